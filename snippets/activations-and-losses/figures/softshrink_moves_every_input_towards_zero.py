"""Softshrink moves inputs towards zero by 0.5, and small ones to zero."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 40).requires_grad_()  # from -2 to 2
y = nn.Softshrink()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

by_hand = torch.sign(x) * (x.abs() - 0.5).clamp(min=0)
torch.testing.assert_close(y, by_hand)
for place in (40, 90, 160):
    print(f"{y[place]:.1f} at {x[place]:.2f}, slope {slope[place]:.0f}")
# > -0.5 at -1.00, slope 1
# > 0.0 at 0.25, slope 0
# > 1.5 at 2.00, slope 1

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(1.95, 0.4, "Softshrink", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-1.9, 1.1, "its slope", color="tab:orange")
plt.plot(x, x, color="tab:gray", linestyle="dotted")
plt.text(1.2, 1.4, "the input", color="tab:gray", ha="right")
plt.axvspan(-0.5, 0.5, color="tab:gray", alpha=0.15)
plt.text(0, -1, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
