"""NLLLoss only changes the sign of the right class's log-probability."""

import torch
from matplotlib import pyplot as plt
from torch import nn

right = (torch.arange(-100, 41) / 20).requires_grad_()  # from -5 to 2
others = torch.full((141,), -1.0)
outputs = torch.stack([right, others, others], dim=1)
target = torch.zeros(141, dtype=torch.int64)  # class 0 is the right one
loss = nn.NLLLoss(reduction="none")(outputs, target)
(slope,) = torch.autograd.grad(loss.sum(), right)

torch.testing.assert_close(loss, -right)
print(f"slope {slope.min():.1f} to {slope.max():.1f}")
# > slope -1.0 to -1.0
print(f"loss of a raw output of 2: {loss[140]:.1f}")
# > loss of a raw output of 2: -2.0
print(f"outputs {tuple(outputs.shape)}, {outputs.dtype}")
# > outputs (141, 3), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (141,), torch.int64

x = right.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-2.6, 3.2, "NLLLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-4.9, -0.75, "its slope", color="tab:orange")
plt.axvspan(0, 2, color="tab:gray", alpha=0.15)
plt.text(1, 3, "no log-\nprobability", color="tab:gray", ha="center")
plt.xlabel("output for the right class")
plt.show()
