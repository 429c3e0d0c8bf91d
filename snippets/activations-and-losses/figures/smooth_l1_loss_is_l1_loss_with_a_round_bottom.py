"""SmoothL1Loss is L1Loss with a round bottom."""

import torch
from matplotlib import pyplot as plt
from torch import nn

output = (torch.arange(-60, 61) / 20).requires_grad_()  # from -3 to 3
target = torch.zeros(121)  # so the output is the error
loss = nn.SmoothL1Loss(beta=1.0, reduction="none")(output, target)
(slope,) = torch.autograd.grad(loss.sum(), output)

error = output.detach()
inside, outside = error**2 / 2, error.abs() - 0.5
by_hand = torch.where(error.abs() < 1, inside, outside)
torch.testing.assert_close(loss.detach(), by_hand)
for place in (70, 120):
    print(f"at an error of {error[place]:.1f}: slope {slope[place]:.1f}")
# > at an error of 0.5: slope 0.5
# > at an error of 3.0: slope 1.0
l1 = nn.L1Loss(reduction="none")(error, target)
print(f"L1Loss - SmoothL1Loss at 3.0: {(l1 - loss)[120]:.1f}")
# > L1Loss - SmoothL1Loss at 3.0: 0.5
print(f"output {tuple(output.shape)}, {output.dtype}")
# > output (121,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (121,), torch.float32

plt.plot(error, loss.detach(), color="tab:blue")
plt.text(1.5, 0.55, "SmoothL1Loss", color="tab:blue")
plt.plot(error, l1, color="tab:gray", linestyle="dotted")
plt.text(-2.1, 2.3, "L1Loss", color="tab:gray")
plt.plot(error, slope, color="tab:orange", linestyle="dashed")
plt.text(-2.9, -0.75, "its slope", color="tab:orange")
plt.xlabel("output - target")
plt.show()
