"""SiLU dips deeper below zero than GELU."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-140, 41) / 20).requires_grad_()  # from -7 to 2
y = nn.SiLU()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, x / (1 + torch.exp(-x)))
print(f"lowest value {y.min():.2f}, at {x[y.argmin()]:.1f}")
# > lowest value -0.28, at -1.3
print(f"lowest value of GELU {nn.GELU()(x).min():.2f}")
# > lowest value of GELU -0.17
print(f"slope {slope[140]:.1f} at 0, and {slope[0]:.3f} at {x[0]:.0f}")
# > slope 0.5 at 0, and -0.005 at -7

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(-3.4, -0.38, "SiLU", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-0.1, 0.65, "slope of SiLU", color="tab:orange", ha="right")
plt.plot(x, nn.GELU()(x), color="tab:green", linestyle="dotted")
plt.text(-2.6, 0.08, "GELU", color="tab:green", ha="right")
plt.xlabel("input")
plt.show()
