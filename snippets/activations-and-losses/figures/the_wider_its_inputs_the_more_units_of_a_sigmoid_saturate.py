"""The wider its inputs, the more units of a sigmoid saturate."""

import torch
from matplotlib import pyplot as plt
from torch import nn

LITTLE = 0.05  # a slope below that hardly learns
x = torch.linspace(-6, 6, 241).double().requires_grad_()
y = nn.Sigmoid()(x)
(slope,) = torch.autograd.grad(y.sum(), x)
edge = torch.tensor(LITTLE).double()  # s * (1 - s) is LITTLE there
edge = torch.logit((1 + (1 - 4 * edge).sqrt()) / 2)
width = torch.linspace(0.5, 30, 60).double()
share = 200 * torch.special.ndtr(-edge / width)  # in per cent, of both ends
print(f"slope below {LITTLE} where |x| is above {edge:.2f}")
# > slope below 0.05 where |x| is above 2.89
for wide in (1, 23):
    part = 2 * torch.special.ndtr(-edge / wide)
    print(f"inputs of width {wide}: {part:.0%} of the units")
# > inputs of width 1: 0% of the units
# > inputs of width 23: 90% of the units

figure, (above, below) = plt.subplots(2)
above.plot(x.detach(), y.detach(), color="tab:blue")
above.plot(x.detach(), slope, color="tab:orange", linestyle="dashed")
for ends in ((-6, -edge), (edge, 6)):
    above.axvspan(*ends, color="tab:gray", alpha=0.15)
above.text(0.6, 0.85, "sigmoid", color="tab:blue", ha="right")
above.text(2.3, 0.3, "its slope", color="tab:orange")
above.set_xlabel("input")
below.plot(width, share, color="tab:gray")
below.set_ylim(-5, 105)
below.set_title("% of units in the gray: slope below 0.05")
below.set_xlabel("width (standard deviation) of the inputs")
plt.show()
