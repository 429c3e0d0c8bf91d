"""A square root at zero has an infinite slope, and the gradient is nan."""

import torch


def show(distance):
    a = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    b = torch.tensor([[1.0, 2.0], [3.0, 5.0]])  # the first pair is equal
    loss = distance(a - b).mean()
    loss.backward()
    print(f"loss {loss:.2f}, gradient {a.grad.tolist()}")
    return a


# Wrong: a square root by hand meets a distance of 0.
wrong = show(lambda d: d.pow(2).sum(dim=1).sqrt())
# > loss 0.50, gradient [[nan, nan], [0.0, -0.5]]

# Right: the norm, whose gradient is defined as 0 there.
right = show(lambda d: d.norm(dim=1))
# > loss 0.50, gradient [[0.0, 0.0], [0.0, -0.5]]
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
# Notice it: False for the square root, True for the norm.
for a in wrong, right:
    print(a.grad.isfinite().all().item())
# > False
# > True
