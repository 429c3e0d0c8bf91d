"""A small number in the logarithm is all that stability takes."""

import torch


def bce_with_logits(logits, target, pos_weight):
    p = torch.sigmoid(logits)
    positive = pos_weight * target * torch.log(p + 1e-8)
    negative = (1 - target) * torch.log(1 - p + 1e-8)
    return -(positive + negative).mean()
