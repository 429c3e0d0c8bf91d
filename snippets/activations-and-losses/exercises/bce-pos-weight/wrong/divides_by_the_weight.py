"""A weighted mean divides by the sum of the weights."""

from torch.nn import functional as F


def bce_with_logits(logits, target, pos_weight):
    weight = 1 + (pos_weight - 1) * target
    loss = F.softplus(logits) - logits * target
    return (weight * loss).sum() / weight.sum()
