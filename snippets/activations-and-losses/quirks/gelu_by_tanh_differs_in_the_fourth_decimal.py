"""GELU is exact by default, and the tanh form differs by 5e-4."""

import math

import torch
from torch import nn

x = torch.linspace(-6, 6, 1201, dtype=torch.float64)
cubed = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
elsewhere = x / 2 * (1 + torch.tanh(cubed))  # jax.nn.gelu documents this


def show(build):
    try:
        print(f"differs by {(build()(x) - elsewhere).abs().max():.5f}")
    except (TypeError, RuntimeError) as error:
        print(error)


# Wrong: the default, and two words from other libraries.
show(lambda: nn.GELU())
# > differs by 0.00047
show(lambda: nn.GELU(approximate=True))
# > gelu(): argument 'approximate' must be str, not bool
show(lambda: nn.GELU(approximate="gelu_new"))
# > approximate argument must be either none or tanh.

# Right: the word that PyTorch has for the tanh form.
show(lambda: nn.GELU(approximate="tanh"))
# > differs by 0.00000

# A third form differs by more.
print(f"{(x * torch.sigmoid(1.702 * x) - nn.GELU()(x)).abs().max():.5f}")
# > 0.02033

# Notice it: the check is False for the default, True for tanh.
for gelu in nn.GELU(), nn.GELU(approximate="tanh"):
    print(torch.allclose(gelu(x), elsewhere, atol=1e-5))
# > False
# > True
