"""A weight multiplies the loss."""

import torch


def bce_with_logits(logits, target, pos_weight):
    loss = logits.clamp(min=0) - logits * target
    loss = loss + torch.log1p(torch.exp(-logits.abs()))
    return (pos_weight * loss).mean()
