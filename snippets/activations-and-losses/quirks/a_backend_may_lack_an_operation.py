"""An operation exists for some backends, and not for all of them."""

import torch
from torch import nn

criterion = nn.MSELoss()
outputs = torch.eye(2).to_sparse()  # a backend with few operations
outputs.requires_grad_()
target = torch.zeros(2, 2)

# Wrong: the loss is called where its operation is missing.
try:
    loss = criterion(outputs, target)
    print(f"{loss:.4f}")
except NotImplementedError as error:
    print(str(error).split(". ")[0])
# > Could not run 'aten::mse_loss' with arguments from the 'SparseCPU' backend

# Right: this one operation gets its input elsewhere.
loss = criterion(outputs.to_dense(), target)
print(f"{loss:.4f}")
# > 0.5000

# The gradient goes back through the conversion.
loss.backward()
print(outputs.grad.shape)
# > torch.Size([2, 2])
