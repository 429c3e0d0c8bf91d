"""Hardtanh leaves inputs from -1 to 1 alone, and cuts off the others."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-60, 61) / 20).requires_grad_()  # from -3 to 3
y = nn.Hardtanh()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, x.clamp(min=-1, max=1))
for place in (20, 60, 100):
    at = f"at {x[place]:.0f}"
    print(f"{y[place]:.0f} {at}, slope {slope[place]:.0f}")
# > -1 at -2, slope 0
# > 0 at 0, slope 1
# > 1 at 2, slope 0
tanh = torch.tanh(x)
print(f"at most {(y - tanh).abs().max():.2f} away from Tanh")
# > at most 0.24 away from Tanh

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(-0.1, -0.4, "Hardtanh", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-1.1, 0.7, "its slope", color="tab:orange", ha="right")
plt.plot(x, tanh.detach(), color="tab:green", linestyle="dotted")
plt.text(1.4, 0.7, "Tanh", color="tab:green")
plt.axvspan(-3, -1, color="tab:gray", alpha=0.15)
plt.axvspan(1, 3, color="tab:gray", alpha=0.15)
plt.text(-2, 0.3, "no gradient", color="tab:gray", ha="center")
plt.text(2, 0.3, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
