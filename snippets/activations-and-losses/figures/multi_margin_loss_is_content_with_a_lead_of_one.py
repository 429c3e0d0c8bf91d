"""MultiMarginLoss is content with a lead of 1 over every other class."""

import torch
from matplotlib import pyplot as plt
from torch import nn

right = (torch.arange(-39, 60, 2) / 20).requires_grad_()  # -2 to 3
zeros = torch.zeros(50)
scores = torch.stack([right, zeros, zeros - 1], dim=1)
target = torch.zeros(50, dtype=torch.int64)  # class 0 is the right one
loss = nn.MultiMarginLoss(reduction="none")(scores, target)
(slope,) = torch.autograd.grad(loss.sum(), right)

gaps = torch.stack([1 - right, 1 - right - 1])  # to 0, and to -1
torch.testing.assert_close(loss, gaps.clamp(min=0).sum(dim=0) / 3)
for place in (0, 25, 49):
    print(f"at {right[place]:5.2f}: slope {slope[place]:.2f}")
# > at -1.95: slope -0.67
# > at  0.55: slope -0.33
# > at  2.95: slope 0.00
print(f"scores {tuple(scores.shape)}, {scores.dtype}")
# > scores (50, 3), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (50,), torch.int64

x = right.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-0.9, 1.2, "MultiMarginLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-1.9, -0.5, "its slope", color="tab:orange")
plt.axvspan(1, 3, color="tab:gray", alpha=0.15)
plt.text(2, 0.5, "no gradient", color="tab:gray", ha="center")
plt.xlabel("score of the right class, the others at 0 and -1")
plt.show()
