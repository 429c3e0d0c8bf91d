"""Mish dips as SiLU does, and comes back to its input sooner."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-140, 61) / 20).requires_grad_()  # from -7 to 3
y = nn.Mish()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, x * torch.tanh(torch.log(1 + torch.exp(x))))
for layer in (nn.Mish(), nn.SiLU()):
    values = layer(x)
    lowest = values.min()
    print(f"{type(layer).__name__}: lowest {lowest:.2f}", end=", ")
    print(f"at {x[values.argmin()]:.1f}; {values[180]:.2f} at 2")
# > Mish: lowest -0.31, at -1.2; 1.94 at 2
# > SiLU: lowest -0.28, at -1.3; 1.76 at 2
print(f"slope {slope[140]:.1f} at 0, and {slope.max():.2f} at the most")
# > slope 0.6 at 0, and 1.09 at the most

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(1.3, 1.6, "Mish", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-0.2, 0.65, "slope of Mish", color="tab:orange", ha="right")
plt.plot(x, nn.SiLU()(x), color="tab:green", linestyle="dotted")
plt.text(2, 1.3, "SiLU", color="tab:green")
plt.xlabel("input")
plt.show()
