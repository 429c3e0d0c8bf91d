"""Hardswish is near SiLU, and is exactly zero from -3 down."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-120, 101) / 20).requires_grad_()  # from -6 to 5
y = nn.Hardswish()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, x * (x + 3).clamp(min=0, max=6) / 6)
silu = nn.SiLU()(x)
print(f"at most {(y - silu).abs().max():.2f} away from SiLU")
# > at most 0.14 away from SiLU
print(f"lowest value {y.min():.3f}, at {x[y.argmin()]:.1f}")
# > lowest value -0.375, at -1.5
for place in (40, 120, 200):
    print(f"slope {slope[place]:.1f} at {x[place]:.0f}")
# > slope 0.0 at -4
# > slope 0.5 at 0
# > slope 1.0 at 4
print(f"slope {slope.max():.1f} at the most, at {x[slope.argmax()]:.2f}")
# > slope 1.5 at the most, at 2.95

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(3.4, 4, "Hardswish", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(4.9, 0.5, "its slope", color="tab:orange", ha="right")
plt.plot(x, silu.detach(), color="tab:green", linestyle="dotted")
plt.text(-3.4, -0.65, "SiLU", color="tab:green", ha="right")
plt.axvspan(-6, -3, color="tab:gray", alpha=0.15)
plt.text(-4.5, 2, "no gradient", color="tab:gray", ha="center")
plt.xlabel("input")
plt.show()
