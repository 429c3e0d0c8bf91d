"""A derivative by autograd.grad is by a tensor that the output used."""

import torch

x = torch.linspace(0, 1, 5).unsqueeze(1).requires_grad_()
t = torch.full((5, 1), 0.5)
points = torch.cat([x, t], dim=1)
u = points.pow(2).sum()  # stands for a model


def derivative(by, **options):
    try:
        du = torch.autograd.grad(u, by, retain_graph=True, **options)[0]
        print(tuple(du.shape))
    except RuntimeError as error:
        print(str(error).split(". ")[0])


# Wrong: a column cut out of the points. The model got the points.
derivative(points[:, :1])
# > The differentiated Tensor at index 0 appears to not have been used in the graph

# Right: the tensor from which the points were made.
derivative(x)
# > (5, 1)

# The time never asked for a gradient; and zeros instead of an error.
derivative(t)
# > One of the differentiated Tensors does not require grad
derivative(points[:, :1], allow_unused=True, materialize_grads=True)
# > (5, 1)

# Notice it: the check is False for the copy, True for what was used.
for by in points[:, :1], x:
    du = torch.autograd.grad(u, by, retain_graph=True, allow_unused=True)[0]
    print(du is not None)
# > False
# > True
