"""Tanhshrink is flat at zero, and moves large inputs 1 towards it."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 20).requires_grad_()  # from -4 to 4
y = nn.Tanhshrink()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, x - torch.tanh(x))
torch.testing.assert_close(slope, torch.tanh(x) ** 2)
for place in (80, 90, 160):
    print(f"{y[place]:.2f} at {x[place]:.1f}, slope {slope[place]:.2f}")
# > 0.00 at 0.0, slope 0.00
# > 0.04 at 0.5, slope 0.21
# > 3.00 at 4.0, slope 1.00

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(-3.9, -1.2, "Tanhshrink", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-2.9, 1.15, "its slope", color="tab:orange")
plt.plot(x, x, color="tab:gray", linestyle="dotted")
plt.text(2.3, 2.9, "the input", color="tab:gray", ha="right")
plt.axvspan(-0.3, 0.3, color="tab:gray", alpha=0.15)
plt.text(0.4, -1.6, "nearly flat", color="tab:gray")
plt.xlabel("input")
plt.show()
