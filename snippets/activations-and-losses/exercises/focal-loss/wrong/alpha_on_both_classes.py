"""Alpha is one more factor in front of the loss."""

from torch.nn import functional as F


def focal_loss(logits, target, gamma=2.0, alpha=0.25):
    margin = (2 * target - 1) * logits
    factor = (gamma * F.logsigmoid(-margin)).exp()
    return -alpha * factor * F.logsigmoid(margin)
