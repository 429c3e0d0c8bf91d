"""GELU dips below zero before it lets its input through."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 20).requires_grad_()  # from -4 to 4
y = nn.GELU()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

normal = torch.distributions.Normal(0, 1)
torch.testing.assert_close(y, x * normal.cdf(x))
print(f"lowest value {y.min():.2f}, at {x[y.argmin()]:.2f}")
# > lowest value -0.17, at -0.75
print(f"slope {slope[80]:.1f} at 0, and {slope.max():.2f} at the most")
# > slope 0.5 at 0, and 1.13 at the most

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(2.8, 3, "GELU", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(3.9, 1.2, "its slope", color="tab:orange", ha="right")
plt.xlabel("input")
plt.show()
