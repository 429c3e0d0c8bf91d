"""A square root at zero has an infinite slope, and the gradient is nan."""

import torch

a = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
b = torch.tensor([[1.0, 2.0], [3.0, 5.0]])  # the first pair is equal


def show(loss):
    a.grad = None
    loss.backward()
    print(f"loss {loss:.2f}, gradient {a.grad.tolist()}")
    print(a.grad.isfinite().all().item())  # Notice it


# Wrong: a square root by hand meets a distance of 0.
distance = (a - b).pow(2).sum(dim=1).sqrt()
show(distance.mean())
# > loss 0.50, gradient [[nan, nan], [0.0, -0.5]]
# > False

# Right: the norm, whose gradient is defined as 0 there.
distance = (a - b).norm(dim=1)
show(distance.mean())
# > loss 0.50, gradient [[0.0, 0.0], [0.0, -0.5]]
# > True
# Other functions where all numbers are equal.
for name, function in {
    "cdist": lambda x: torch.cdist(x, x).sum(),
    "std": torch.std,
    "root of var": lambda x: x.var().sqrt(),
    "root of 0 + 1e-8": lambda x: (x.var() + 1e-8).sqrt(),
}.items():
    x = torch.ones(2, 2, requires_grad=True)
    function(x).backward()
    print(f"{name}: gradient {x.grad[0, 0]:.1f}")
# > cdist: gradient 0.0
# > std: gradient 0.0
# > root of var: gradient nan
# > root of 0 + 1e-8: gradient 0.0
