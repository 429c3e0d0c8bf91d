"""Tanh passes small inputs nearly as they are, and flattens at -1 and 1."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-100, 101) / 20).requires_grad_()  # from -5 to 5
y = nn.Tanh()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

up, down = torch.exp(x), torch.exp(-x)
torch.testing.assert_close(y, (up - down) / (up + down))
torch.testing.assert_close(y, 2 * torch.sigmoid(2 * x) - 1)
print(f"{y[104]:.2f} at {x[104]:.1f}, with a slope of {slope[104]:.2f}")
# > 0.20 at 0.2, with a slope of 0.96
print(f"{y[160]:.3f} at {x[160]:.0f}, with a slope of {slope[160]:.2f}")
# > 0.995 at 3, with a slope of 0.01

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(-0.8, -0.8, "Tanh", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-0.9, 0.7, "its slope", color="tab:orange", ha="right")
plt.axvspan(-5, -3, color="tab:gray", alpha=0.15)
plt.axvspan(3, 5, color="tab:gray", alpha=0.15)
plt.text(-4, 0.25, "flat", color="tab:gray", ha="center")
plt.text(4, 0.25, "flat", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
