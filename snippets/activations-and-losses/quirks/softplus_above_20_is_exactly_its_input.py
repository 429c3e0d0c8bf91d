"""Softplus above 20 is exactly its input, which only float64 can tell."""

import torch
from torch import nn


def show(softplus, dtype):
    x = torch.tensor([19.0, 21.0], dtype=dtype, requires_grad=True)
    y = softplus(x)
    slope = torch.autograd.grad(y.sum(), x)[0]
    for more, less in zip(
        (y - x).tolist(), (1 - slope).tolist(), strict=True
    ):
        print(f"{dtype}: x + {more:.1e}, slope 1 - {less:.1e}")


# Wrong: in float64 the default threshold is too low.
show(nn.Softplus(), torch.float64)
# > torch.float64: x + 5.6e-09, slope 1 - 5.6e-09
# > torch.float64: x + 0.0e+00, slope 1 - 0.0e+00

# Right: at 40 the difference is below the precision of float64.
show(nn.Softplus(threshold=40), torch.float64)
# > torch.float64: x + 5.6e-09, slope 1 - 5.6e-09
# > torch.float64: x + 7.6e-10, slope 1 - 7.6e-10

# In float32 no threshold is too low: 19 is rounded, too.
show(nn.Softplus(threshold=40), torch.float32)
# > torch.float32: x + 0.0e+00, slope 1 - 0.0e+00
# > torch.float32: x + 0.0e+00, slope 1 - 0.0e+00

# Notice it: the check is False for the default, True for 40.
x = torch.tensor([19.0, 21.0], dtype=torch.float64)
for softplus in nn.Softplus(), nn.Softplus(threshold=40):
    print((softplus(x) > x).all().item())
# > False
# > True
