"""Softplus is a smooth ReLU that stays above zero."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-100, 61) / 20).requires_grad_()  # from -5 to 3
y = nn.Softplus()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, torch.log(1 + torch.exp(x)))
torch.testing.assert_close(slope, torch.sigmoid(x))
for place in (0, 100, 160):
    print(f"{y[place]:.3f} at {x[place]:.0f}, slope {slope[place]:.3f}")
# > 0.007 at -5, slope 0.007
# > 0.693 at 0, slope 0.500
# > 3.049 at 3, slope 0.953
print(f"in float32 {nn.Softplus()(torch.tensor(-110.0)):.0f} at -110")
# > in float32 0 at -110

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(1.4, 2, "Softplus", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(1.7, 0.6, "its slope", color="tab:orange")
plt.plot(x, nn.ReLU()(x), color="tab:gray", linestyle="dotted")
plt.text(-1.5, -0.3, "ReLU", color="tab:gray")
plt.ylim(-0.45, 3.2)
plt.xlabel("input")
plt.show()
