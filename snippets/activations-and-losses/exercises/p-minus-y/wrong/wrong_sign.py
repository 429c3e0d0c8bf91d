"""Target minus prediction is the error, so it is the gradient."""

from torch.nn import functional as F


def gradient(logits, target):
    y = F.one_hot(target, logits.shape[1])
    return (y - logits.softmax(dim=1)) / len(target)
