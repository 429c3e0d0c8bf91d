"""Sigmoid answers between 0 and 1, and is flat where it is sure."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 10).requires_grad_()  # from -8 to 8
y = nn.Sigmoid()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, 1 / (1 + torch.exp(-x)))
torch.testing.assert_close(slope, y * (1 - y))
print(f"slope at most {slope.max():.2f}, at {x[slope.argmax()]:.0f}")
# > slope at most 0.25, at 0
print(f"slope {slope[130]:.4f} at {x[130]:.0f}, where it is {y[130]:.4f}")
# > slope 0.0066 at 5, where it is 0.9933

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(1.6, 0.75, "Sigmoid", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(1.6, 0.2, "its slope", color="tab:orange")
plt.axvspan(-8, -5, color="tab:gray", alpha=0.15)
plt.axvspan(5, 8, color="tab:gray", alpha=0.15)
plt.text(-6.5, 0.5, "flat", color="tab:gray", ha="center")
plt.text(6.5, 0.5, "flat", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
