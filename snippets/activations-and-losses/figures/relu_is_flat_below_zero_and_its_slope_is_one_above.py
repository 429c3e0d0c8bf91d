"""ReLU is flat below zero, and its slope is 1 above."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = torch.linspace(-4, 4, 161, requires_grad=True)
y = nn.ReLU()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(3, 3.1, "ReLU", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(3, 1.15, "its slope", color="tab:orange", ha="right")
plt.axvspan(-4, 0, color="tab:gray", alpha=0.15)
plt.text(-2, 2, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
