"""LogSigmoid falls in a straight line where Sigmoid is flat."""

import torch
from matplotlib import pyplot as plt
from torch import nn

x = (torch.arange(-80, 81) / 10).requires_grad_()  # from -8 to 8
y = nn.LogSigmoid()(x)
(slope,) = torch.autograd.grad(y.sum(), x)

torch.testing.assert_close(y, torch.log(torch.sigmoid(x)))
torch.testing.assert_close(y, -nn.Softplus()(-x))
for place in (0, 80, 160):
    print(f"{y[place]:.4f} at {x[place]:.0f}, slope {slope[place]:.4f}")
# > -8.0003 at -8, slope 0.9997
# > -0.6931 at 0, slope 0.5000
# > -0.0003 at 8, slope 0.0003
far = torch.tensor(-200.0)
in_two = torch.log(torch.sigmoid(far))
print(f"at -200 {nn.LogSigmoid()(far):.0f}, in two steps {in_two:.0f}")
# > at -200 -200, in two steps -inf

x, y = x.detach(), y.detach()
plt.plot(x, y, color="tab:blue")
plt.text(-4.4, -5, "LogSigmoid", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-5, 1.3, "its slope", color="tab:orange")
plt.plot(x, torch.sigmoid(x), color="tab:gray", linestyle="dotted")
plt.text(2.5, 1.3, "Sigmoid", color="tab:gray")
plt.axvspan(5, 8, color="tab:gray", alpha=0.15)
plt.text(6.5, -4, "flat", color="tab:gray", ha="center")
plt.ylim(-8.5, 2.5)
plt.xlabel("input")
plt.show()
