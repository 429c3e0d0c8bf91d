"""LeakyReLU has a slope below zero, where ReLU is flat."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-120, 41) / 20).requires_grad_()  # from -6 to 2
y = nn.LeakyReLU(negative_slope=0.1)(x)
(slope,) = torch.autograd.grad(y.sum(), x)

by_hand = x.clamp(min=0) + 0.1 * x.clamp(max=0)
torch.testing.assert_close(y, by_hand)
print(f"slope {slope[40]:.1f} at {x[40]:.0f}, and {slope[160]:.0f} at 2")
# > slope 0.1 at -4, and 1 at 2
(default,) = torch.autograd.grad(nn.LeakyReLU()(x).sum(), x)
print(f"by default, slope {default[40]:.2f} at {x[40]:.0f}")
# > by default, slope 0.01 at -4

x, y = x.detach(), y.detach()
plt.plot(x, nn.ReLU()(x), color="tab:gray", linestyle="dotted")
plt.text(-3.8, -0.65, "LeakyReLU(0.1)", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-3.8, 0.2, "its slope", color="tab:orange")
plt.plot(x, y, color="tab:blue")
plt.text(-5.9, -0.25, "ReLU", color="tab:gray")
plt.ylim(-0.9, 2.1)
plt.xlabel("input")
plt.show()
