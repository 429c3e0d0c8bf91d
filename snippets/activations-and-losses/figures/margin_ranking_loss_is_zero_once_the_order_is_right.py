"""MarginRankingLoss is zero once the order of two scores is right."""

import torch
from matplotlib import pyplot as plt
from torch import nn

first = (torch.arange(-59, 60, 2) / 20).requires_grad_()  # -3 to 3
second = torch.zeros(60)
target = torch.ones(60)  # the first should have the higher score
criterion = nn.MarginRankingLoss(reduction="none")
loss = criterion(first, second, target)
(slope,) = torch.autograd.grad(loss.sum(), first)

by_hand = (-target * (first - second)).clamp(min=0)
torch.testing.assert_close(loss, by_hand)
tied = nn.MarginRankingLoss()(second, second, target)
wider = nn.MarginRankingLoss(margin=1.0)(second, second, target)
print(f"slope {slope[0]:.1f} at -3, {slope[-1].abs():.1f} at 3")
# > slope -1.0 at -3, 0.0 at 3
print(f"equal scores: loss {tied:.1f}, with margin=1.0: {wider:.1f}")
# > equal scores: loss 0.0, with margin=1.0: 1.0
print(f"first {tuple(first.shape)}, {first.dtype}")
# > first (60,), torch.float32
print(f"second {tuple(second.shape)}, {second.dtype}")
# > second (60,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (60,), torch.float32

x = first.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-1.8, 2.1, "MarginRankingLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-2.9, -0.75, "its slope", color="tab:orange")
plt.axvspan(0, 3, color="tab:gray", alpha=0.15)
plt.text(1.5, 1, "no gradient", color="tab:gray", ha="center")
plt.xlabel("lead of the score that should be higher")
plt.show()
