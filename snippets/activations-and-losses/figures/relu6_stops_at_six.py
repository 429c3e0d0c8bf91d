"""ReLU6 is a ReLU that stops at 6, and is flat from there on."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-60, 181) / 20).requires_grad_()  # from -3 to 9
y = nn.ReLU6()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, x.clamp(min=0, max=6))
for place in (40, 120, 200):
    at = f"at {x[place]:.0f}"
    print(f"{y[place]:.0f} {at}, slope {slope[place]:.0f}")
# > 0 at -1, slope 0
# > 3 at 3, slope 1
# > 6 at 7, slope 0

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(3.6, 4.2, "ReLU6", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(5.8, 1.25, "its slope", color="tab:orange", ha="right")
plt.axvspan(-3, 0, color="tab:gray", alpha=0.15)
plt.axvspan(6, 9, color="tab:gray", alpha=0.15)
plt.text(-1.5, 3, "no gradient", color="tab:gray", ha="center")
plt.text(7.5, 3, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
