"""HuberLoss pulls a large error no harder than one of size delta."""

import torch
from matplotlib import pyplot as plt
from torch import nn

output = (torch.arange(-80, 81) / 20).requires_grad_()  # from -4 to 4
target = torch.zeros(161)  # so the output is the error
loss = nn.HuberLoss(delta=1.0, reduction="none")(output, target)
(slope,) = torch.autograd.grad(loss.sum(), output)

error = output.detach()
inside, outside = error**2 / 2, error.abs() - 0.5
by_hand = torch.where(error.abs() < 1, inside, outside)
torch.testing.assert_close(loss.detach(), by_hand)
print(f"slope {slope[160]:.1f} at an error of {error[160]:.0f}")
# > slope 1.0 at an error of 4
print(f"slope {slope[90]:.1f} at an error of {error[90]:.1f}")
# > slope 0.5 at an error of 0.5

plt.plot(error, loss.detach(), color="tab:blue")
plt.text(-2.7, 2.7, "HuberLoss", color="tab:blue")
plt.plot(error, slope, color="tab:orange", linestyle="dashed")
plt.text(-3.9, -0.7, "its slope", color="tab:orange")
plt.xlabel("output - target")
plt.show()
