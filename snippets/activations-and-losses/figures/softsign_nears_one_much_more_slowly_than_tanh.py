"""Softsign nears -1 and 1 much more slowly than Tanh."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 10).requires_grad_()  # from -8 to 8
y, tanh = nn.Softsign()(x), nn.Tanh()(x)
(slope,) = torch.autograd.grad(y.sum(), x)
(of_tanh,) = torch.autograd.grad(tanh.sum(), x)

torch.testing.assert_close(y, x / (1 + x.abs()))
for place in (80, 120, 160):
    print(f"at {x[place]:.0f}: Softsign {y[place]:.2f}", end=", ")
    print(f"slope {slope[place]:.2f}; of Tanh {of_tanh[place]:.4f}")
# > at 0: Softsign 0.00, slope 1.00; of Tanh 1.0000
# > at 4: Softsign 0.80, slope 0.04; of Tanh 0.0013
# > at 8: Softsign 0.89, slope 0.01; of Tanh 0.0000

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(3.2, 0.58, "Softsign", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-0.8, 0.45, "its slope", color="tab:orange", ha="right")
plt.plot(x, tanh.detach(), color="tab:green", linestyle="dotted")
plt.text(3, 1.06, "Tanh", color="tab:green", ha="right")
plt.ylim(-1.1, 1.3)
plt.xlabel("input")
plt.show()
