"""A derivative by autograd.grad is by a tensor that the output used."""

import torch
from torch.autograd import grad

x = torch.linspace(0, 1, 5).unsqueeze(1).requires_grad_()
t = torch.full((5, 1), 0.5)
points = torch.cat([x, t], dim=1)
u = points.pow(2).sum()  # stands for a model of the points

# Wrong: a column cut out of the points. The model got the points.
try:
    du = grad(u, points[:, :1], retain_graph=True)[0]
    print(tuple(du.shape))
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > The differentiated Tensor at index 0 appears to not have been used in the graph

# Right: the points, and then a column of their gradient.
du = grad(u, points, retain_graph=True)[0][:, :1]
print(tuple(du.shape))
# > (5, 1)

# The time never asked for a gradient; and zeros instead of an error.
try:
    grad(u, t, retain_graph=True)
except RuntimeError as error:
    print(str(error).split(". ")[0])
# > One of the differentiated Tensors does not require grad
options = {"retain_graph": True, "allow_unused": True}
du = grad(u, points[:, :1], materialize_grads=True, **options)[0]
print(tuple(du.shape))
# > (5, 1)

# Notice it: the check is False for the copy, True for what was used.
for by in points[:, :1], x:
    du = grad(u, by, **options)[0]
    print(du is not None)
# > False
# > True
