"""torch.where computes the side that it picks, and no other."""

import torch


def bce(logits, target):
    positive = logits + (-logits).exp().log1p()
    negative = logits.exp().log1p()
    return torch.where(logits >= 0, positive, negative) - target * logits
