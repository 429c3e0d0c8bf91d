"""MultiLabelMarginLoss wants each false class 1 below every true one."""

import torch
from matplotlib import pyplot as plt
from torch import nn

false = (torch.arange(-39, 60, 2) / 20).requires_grad_()  # -2 to 3
ones = torch.ones(50)  # the true classes, 0 and 3, are at 1 and at 2
scores = torch.stack([ones, false, -3 * ones, 2 * ones], dim=1)
target = torch.tensor([[0, 3, -1, -1]]).expand(50, 4)  # -1 ends a list
loss = nn.MultiLabelMarginLoss(reduction="none")(scores, target)
(slope,) = torch.autograd.grad(loss.sum(), false)

gaps = torch.stack([1 - (1 - false), 1 - (2 - false)])
torch.testing.assert_close(loss, gaps.clamp(min=0).sum(dim=0) / 4)
for place in (0, 25, 49):
    print(f"at {false[place]:5.2f}: slope {slope[place]:.2f}")
# > at -1.95: slope 0.00
# > at  0.55: slope 0.25
# > at  2.95: slope 0.50
print(f"scores {tuple(scores.shape)}, {scores.dtype}")
# > scores (50, 4), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (50, 4), torch.int64

x = false.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(2.1, 1.0, "MultiLabelMarginLoss", color="tab:blue", ha="right")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(2.9, 0.36, "its slope", color="tab:orange", ha="right")
plt.axvspan(-2, 0, color="tab:gray", alpha=0.15)
plt.text(-1, 0.5, "no gradient", color="tab:gray", ha="center")
plt.xlabel("score of a false class, the true ones at 1 and 2")
plt.show()
