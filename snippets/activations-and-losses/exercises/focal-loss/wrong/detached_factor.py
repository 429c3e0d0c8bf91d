"""The factor is a weight of the sample, and a weight has no gradient."""

import torch
from torch.nn import functional as F


def focal_loss(logits, target, gamma=2.0, alpha=0.25):
    loss = F.binary_cross_entropy_with_logits(
        logits, target, reduction="none"
    )
    with torch.no_grad():
        p = (-loss).exp()
        a = alpha * target + (1 - alpha) * (1 - target)
        factor = a * (1 - p) ** gamma
    return factor * loss
