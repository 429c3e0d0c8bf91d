"""An operation exists for some backends, and not for all of them."""

import torch
import torch.nn.functional as F

outputs = torch.eye(2).to_sparse()  # a backend with few operations
outputs.requires_grad_()


def show(loss):
    try:
        print(f"{loss():.4f}")
    except NotImplementedError as error:
        print(str(error).split(". ")[0])


# Wrong: the loss is called where its operation is missing.
show(lambda: F.softplus(outputs).mean())
# > Could not run 'aten::softplus' with arguments from the 'SparseCPU' backend
show(lambda: F.mse_loss(outputs, torch.zeros(2, 2)))
# > Could not run 'aten::mse_loss' with arguments from the 'SparseCPU' backend

# Right: this one operation gets its input elsewhere.
show(lambda: F.softplus(outputs.to_dense()).mean())
# > 1.0032
show(lambda: F.mse_loss(outputs.to_dense(), torch.zeros(2, 2)))
# > 0.5000

# The gradient goes back through the conversion.
F.softplus(outputs.to_dense()).mean().backward()
print(outputs.grad.shape)
# > torch.Size([2, 2])
