"""ReLU is flat below zero, and its slope is 1 above."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 20).requires_grad_()  # from -4 to 4
y = nn.ReLU()(x)
(slope,) = torch.autograd.grad(y.sum(), x)
torch.testing.assert_close(y, x.clamp(min=0))
below, at, above = slope[79:82].tolist()
print(f"slope {below:.0f} below 0, {at:.0f} at 0, {above:.0f} above")
# > slope 0 below 0, 0 at 0, 1 above

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(3, 3.1, "ReLU", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(3.9, 1.15, "its slope", color="tab:orange", ha="right")
plt.axvspan(-4, 0, color="tab:gray", alpha=0.15)
plt.text(-2, 2, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
