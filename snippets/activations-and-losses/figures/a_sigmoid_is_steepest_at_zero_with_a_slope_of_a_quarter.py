"""A sigmoid is steepest at 0, and flat beyond 5."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-100, 101) / 10).requires_grad_()  # from -10 to 10
y = nn.Sigmoid()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, 1 / (1 + (-x).exp()))
torch.testing.assert_close(slope, y * (1 - y))
print(f"slope {slope.max():.2f} at 0, and {slope[150]:.3f} at 5")
# > slope 0.25 at 0, and 0.007 at 5

x, y = x.detach(), y.detach()
plt.axvspan(-10, -5, color="tab:gray", alpha=0.15)
plt.axvspan(5, 10, color="tab:gray", alpha=0.15)
plt.text(-7.5, 0.5, "almost flat", color="tab:gray", ha="center")
plt.text(7.5, 0.5, "almost flat", color="tab:gray", ha="center")
plt.plot(x, y, color="tab:blue")
plt.text(1.4, 0.93, "sigmoid", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(1.3, 0.22, "its slope", color="tab:orange")
plt.xlabel("input")
plt.show()
