"""Focal loss scales each sample before the mean is taken."""

import torch
from torch import nn

print(f"nn has a focal loss: {hasattr(nn, 'FocalLoss')}")
# > nn has a focal loss: False

logits = torch.tensor([[4.0, 0.0], [1.0, 0.0], [0.0, 2.0]])
target = torch.tensor([0, 0, 0])  # easy, undecided, wrong
each = nn.CrossEntropyLoss(reduction="none")(logits, target)
p = torch.exp(-each)  # the probability of the true class

for gamma in (0.0, 2.0):
    focal = (1 - p) ** gamma * each
    values = ", ".join(f"{value:.4f}" for value in focal)
    print(f"gamma {gamma:.0f}: {values}; mean {focal.mean():.4f}")
# > gamma 0: 0.0181, 0.3133, 2.1269; mean 0.8194
# > gamma 2: 0.0000, 0.0227, 1.6501; mean 0.5576

# Wrong: the mean first, so that all samples share one factor.
mean = nn.CrossEntropyLoss()(logits, target)
print(f"mean first: {(1 - torch.exp(-mean)) ** 2 * mean:.4f}")
# > mean first: 0.2564
