"""ELU bends to -1 below zero, and keeps a slope on the way."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-140, 41) / 20).requires_grad_()  # from -7 to 2
y = nn.ELU()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

by_hand = torch.where(x > 0, x, torch.exp(x) - 1)
torch.testing.assert_close(y, by_hand)
for place in (140, 120, 100, 40):
    print(f"{y[place]:.2f} at {x[place]:.0f}, slope {slope[place]:.2f}")
# > 0.00 at 0, slope 1.00
# > -0.63 at -1, slope 0.37
# > -0.86 at -2, slope 0.14
# > -0.99 at -5, slope 0.01
print(f"with alpha=2 {nn.ELU(alpha=2)(x)[0]:.2f} at {x[0]:.0f}")
# > with alpha=2 -2.00 at -7

x, y = x.detach(), y.detach()
plt.plot(x, nn.ReLU()(x), color="tab:gray", linestyle="dotted")
plt.text(-2.4, -0.75, "ELU", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-0.9, 0.6, "slope of ELU", color="tab:orange", ha="right")
plt.plot(x, y, color="tab:blue")
plt.text(-4.6, -0.3, "ReLU", color="tab:gray")
plt.axvspan(-7, -5, color="tab:gray", alpha=0.15)
plt.text(-6, 1, "flat", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
