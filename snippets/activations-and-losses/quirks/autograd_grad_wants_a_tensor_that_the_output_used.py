"""A derivative by autograd.grad is by a tensor that the output used."""

import torch
from torch.autograd import grad

x = torch.linspace(0, 1, 3).unsqueeze(1).requires_grad_()
t = torch.full((3, 1), 0.5)
points = torch.cat([x, t], dim=1)


def model(points):  # of x and t, here (x * t) squared
    return points.prod(dim=1).pow(2).sum()


# Wrong: a column cut out of the points. The model got the points.
try:
    print(grad(model(points), points[:, :1])[0].flatten())
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > The differentiated Tensor at index 0 appears to not have been used in the graph

# Right: the points, and then a column of their gradient.
print(grad(model(points), points)[0][:, :1].flatten())
# > tensor([0.0000, 0.2500, 0.5000])

# The time never asked for a gradient; and zeros instead of an error.
try:
    grad(model(points), t)
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > One of the differentiated Tensors does not require grad
print(grad(model(points), x.clone(), materialize_grads=True)[0].flatten())
# > tensor([0., 0., 0.])

# Notice it: the check is False for the copy, True for what was used.
for by in points.clone(), x:
    du = grad(model(points), by, allow_unused=True)[0]
    print(du is not None)
# > False
# > True
