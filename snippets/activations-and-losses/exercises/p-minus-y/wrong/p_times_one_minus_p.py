"""The chain rule leaves the slope of the softmax as a factor."""

from torch.nn import functional as F


def gradient(logits, target):
    p = logits.softmax(dim=1)
    y = F.one_hot(target, logits.shape[1])
    return (p - y) * p * (1 - p) / len(target)
