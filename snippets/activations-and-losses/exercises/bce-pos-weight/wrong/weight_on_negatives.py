"""What is frequent gets the weight: pos_weight belongs to 1 - y."""

from torch.nn import functional as F


def bce_with_logits(logits, target, pos_weight):
    positive = target * F.logsigmoid(logits)
    negative = pos_weight * (1 - target) * F.logsigmoid(-logits)
    return -(positive + negative).mean()
