"""CrossEntropyLoss pulls by the probability that the right class lacks."""

import torch
from matplotlib import pyplot as plt
from torch import nn

right = (torch.arange(-60, 61) / 10).requires_grad_()  # from -6 to 6
others = torch.zeros(121)
logits = torch.stack([right, others, others], dim=1)
target = torch.zeros(121, dtype=torch.int64)  # class 0 is the right one
loss = nn.CrossEntropyLoss(reduction="none")(logits, target)
(slope,) = torch.autograd.grad(loss.sum(), right)

probability = right.exp() / (right.exp() + 2)
torch.testing.assert_close(loss, -probability.log())
torch.testing.assert_close(slope, probability.detach() - 1)
print(f"at equal logits: loss {loss[60]:.2f}, slope {slope[60]:.2f}")
# > at equal logits: loss 1.10, slope -0.67
print(f"at a lead of 6: loss {loss[120]:.3f}, slope {slope[120]:.3f}")
# > at a lead of 6: loss 0.005, slope -0.005
print(f"logits {tuple(logits.shape)}, {logits.dtype}")
# > logits (121, 3), torch.float32
print(f"target {tuple(target.shape)}, {target.dtype}")
# > target (121,), torch.int64

x = right.detach()
plt.plot(x, loss.detach(), color="tab:blue")
plt.text(-3, 4.2, "CrossEntropyLoss", color="tab:blue")
plt.plot(x, slope, color="tab:orange", linestyle="dashed")
plt.text(-5.8, -0.7, "its slope", color="tab:orange")
plt.xlabel("logit of the right class, the two others at 0")
plt.show()
