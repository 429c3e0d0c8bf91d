"""An ignore_index leaves out labels, and the class keeps its logit."""

import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, 2, 0], [0.5, 0, 1], [0, 1, 0]], requires_grad=True)
target = torch.tensor([1, 2, 0])  # class 0 is not to count
raised = x + torch.tensor([4.0, 0.0, 0.0])


def ignoring(x, target):
    return F.cross_entropy(x, target, ignore_index=0)


def without_column(x, target):
    return F.cross_entropy(x[:, 1:], target - 1, ignore_index=-1)


def show(loss):
    print(f"{loss(x, target):.4f}, raised {loss(raised, target):.4f}")


# Wrong: the label is left out, the class is not.
show(ignoring)
# > 0.5439, raised 3.2977

# Right: the class has no logit.
show(without_column)
# > 0.2201, raised 0.2201

# With the logit in the loss, training pushes it down.
slopes = torch.autograd.grad(ignoring(x, target), x)[0]
print(f"gradient of logit 0: {slopes[0, 0]:.4f}")
# > gradient of logit 0: 0.1224

# Notice it: the check is False for the wrong loss, then True.
for loss in ignoring, without_column:
    print(torch.allclose(loss(raised, target), loss(x, target)))
# > False
# > True
