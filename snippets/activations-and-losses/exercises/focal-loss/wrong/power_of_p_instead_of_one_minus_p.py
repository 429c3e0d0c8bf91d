"""The probability of the true label is what weighs its loss."""

from torch.nn import functional as F


def focal_loss(logits, target, gamma=2.0, alpha=0.25):
    loss = F.binary_cross_entropy_with_logits(
        logits, target, reduction="none"
    )
    p = (-loss).exp()
    a = alpha * target + (1 - alpha) * (1 - target)
    return a * p**gamma * loss
