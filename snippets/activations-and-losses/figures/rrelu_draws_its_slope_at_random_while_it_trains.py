"""RReLU draws its slope below zero at random while it trains."""

import torch
from matplotlib import pyplot as plt
from torch import nn

torch.manual_seed(0)
x = (torch.arange(-40, 21) / 10).requires_grad_()  # from -4 to 2
layer = nn.RReLU()
drawn = layer(x)  # in training, each element draws a slope of its own
(slopes,) = torch.autograd.grad(drawn.sum(), x)
below = slopes[:40]
print(f"in training: slopes {below.min():.2f} to {below.max():.2f}")
# > in training: slopes 0.15 to 0.33
torch.testing.assert_close(drawn, slopes * x)

layer.eval()
y = layer(x)
(slope,) = torch.autograd.grad(y.sum(), x)
print(f"its bounds {layer.lower:.3f} and {layer.upper:.3f}")
# > its bounds 0.125 and 0.333
print(f"after eval(): slope {slope[0]:.3f}")
# > after eval(): slope 0.229
middle = (layer.lower + layer.upper) / 2
torch.testing.assert_close(y, torch.where(x > 0, x, middle * x))

x = x.detach()
dots = {"linestyle": "none", "marker": "o", "markersize": 3}
plt.plot(x, drawn.detach(), color="tab:green", **dots)
plt.text(-3.9, -1.65, "RReLU in training", color="tab:green")
plt.plot(x, y.detach(), color="tab:blue")
plt.text(0.8, 1.5, "after eval()", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-3.9, 0.4, "slope after eval()", color="tab:orange")
plt.ylim(-1.8, 2.2)
plt.xlabel("input")
plt.show()
