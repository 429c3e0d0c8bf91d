"""A module has what its __init__ stored in self, and nothing else."""

import torch
import torch.nn.functional as F
from torch import nn


class FocalLoss(nn.Module):
    def __init__(self, gamma=2.0):
        super().__init__()
        gamma = float(gamma)

    def forward(self, logits, labels):
        loss = F.binary_cross_entropy_with_logits
        bce = loss(logits, labels, reduction="none")
        return ((1 - torch.exp(-bce)) ** self.gamma * bce).mean()


# Wrong: gamma is a name of __init__ alone.
criterion = FocalLoss()
try:
    print(f"loss {criterion(torch.zeros(2), torch.ones(2)):.4f}")
except AttributeError as error:
    print(error, hasattr(criterion, "gamma"))  # Notice it.
# > 'FocalLoss' object has no attribute 'gamma' False


# Right: what forward reads is stored in self.
class FocalLoss(FocalLoss):
    def __init__(self, gamma=2.0):
        super().__init__()
        self.gamma = float(gamma)


criterion = FocalLoss()
print(f"loss {criterion(torch.zeros(2), torch.ones(2)):.4f}")
# > loss 0.1733
print(hasattr(criterion, "gamma"))
# > True
