"""Threshold puts one value in the place of all that is not above it."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-40, 81) / 20).requires_grad_()  # from -2 to 4
y = nn.Threshold(threshold=1.0, value=-1.0)(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, torch.where(x > 1, x, -1))
for place in (20, 60, 61):
    print(f"{y[place]:.2f} at {x[place]:.2f}, slope {slope[place]:.0f}")
# > -1.00 at -1.00, slope 0
# > -1.00 at 1.00, slope 0
# > 1.05 at 1.05, slope 1
torch.testing.assert_close(nn.Threshold(0.0, 0.0)(x), torch.relu(x))

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(2.5, 3, "Threshold(1, -1)", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(2.5, 0.6, "its slope", color="tab:orange")
plt.axvspan(-2, 1, color="tab:gray", alpha=0.15)
plt.text(-0.5, 1.5, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
