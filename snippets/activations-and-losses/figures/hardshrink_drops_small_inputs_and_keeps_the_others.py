"""Hardshrink makes small inputs zero, and keeps the others as they are."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 40).requires_grad_()  # from -2 to 2
y = nn.Hardshrink()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, torch.where(x.abs() > 0.5, x, 0))
for place in (40, 100, 101):
    print(f"{y[place]:.3f} at {x[place]:.3f}, slope {slope[place]:.0f}")
# > -1.000 at -1.000, slope 1
# > 0.000 at 0.500, slope 0
# > 0.525 at 0.525, slope 1

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(1.5, 1.65, "Hardshrink", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-1.9, 1.1, "its slope", color="tab:orange")
plt.axvspan(-0.5, 0.5, color="tab:gray", alpha=0.15)
plt.text(0, -1, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
