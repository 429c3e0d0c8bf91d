"""SoftMarginLoss still pulls on a score that has the right sign."""

import torch
from matplotlib import pyplot as plt
from torch import nn

score = (torch.arange(-40, 41) / 10).requires_grad_()  # from -4 to 4
target = torch.ones(81)  # so a positive score is right
criterion = nn.SoftMarginLoss(reduction="none")
loss = criterion(score, target)
(slope,) = torch.autograd.grad(loss.sum(), score)

torch.testing.assert_close(loss, (1 + (-target * score).exp()).log())
mirrored = criterion(-score, -target)  # a target of -1
torch.testing.assert_close(mirrored, loss)
for place in (40, 50, 80):
    print(f"at {score[place]:.0f}: ", end="")
    print(f"loss {loss[place]:.2f}, slope {slope[place]:.2f}")
# > at 0: loss 0.69, slope -0.50
# > at 1: loss 0.31, slope -0.27
# > at 4: loss 0.02, slope -0.02
print(f"score {tuple(score.shape)}, {score.dtype}")
# > score (81,), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (81,), torch.float32

x = score.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-2.2, 2.6, "SoftMarginLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-3.9, -0.7, "its slope", color="tab:orange")
plt.xlabel("score, where the target is 1")
plt.show()
