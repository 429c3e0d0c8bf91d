"""Both logarithms are a softplus, and one of them carries the weight."""

from torch.nn import functional as F


def bce_with_logits(logits, target, pos_weight):
    positive = pos_weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
