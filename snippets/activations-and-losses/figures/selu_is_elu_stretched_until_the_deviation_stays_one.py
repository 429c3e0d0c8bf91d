"""SELU stretches ELU so that mean 0 and deviation 1 stay as they are."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-120, 61) / 20).requires_grad_()  # from -6 to 3
y = nn.SELU()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

scale, alpha = 1.0507, 1.67326
by_hand = scale * torch.where(x > 0, x, alpha * (torch.exp(x) - 1))
torch.testing.assert_close(y, by_hand, atol=1e-4, rtol=0)
print(f"{y[0]:.2f} at {x[0]:.0f}, slope {slope[100]:.2f} at {x[100]:.0f}")
# > -1.75 at -6, slope 0.65 at -1
print(f"slope {slope[160]:.2f} at {x[160]:.0f}, at most {slope.max():.2f}")
# > slope 1.05 at 2, at most 1.76
normal = torch.distributions.Normal(0, 1)
inputs = normal.icdf((torch.arange(10_000) + 0.5) / 10_000)
for layer in (nn.SELU(), nn.ELU()):
    out = layer(inputs)
    mean, deviation = out.mean().abs(), out.std()
    print(f"{layer}: mean {mean:.2f}, deviation {deviation:.2f}")
# > SELU(): mean 0.00, deviation 1.00
# > ELU(alpha=1.0): mean 0.16, deviation 0.79

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(-1.1, -1.75, "SELU", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-0.7, 1.2, "slope of SELU", color="tab:orange", ha="right")
plt.plot(x, nn.ELU()(x), color="tab:green", linestyle="dotted")
plt.text(-3.3, -0.75, "ELU", color="tab:green")
plt.axvspan(-6, -4.5, color="tab:gray", alpha=0.15)
plt.text(-5.2, 2, "flat", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
