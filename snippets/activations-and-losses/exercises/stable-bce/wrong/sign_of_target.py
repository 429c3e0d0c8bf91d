"""softplus(-y z) is the logistic loss, whatever the labels are called."""

from torch.nn import functional as F


def bce(logits, target):
    return F.softplus(-target * logits)
