"""Void is a class of its own, after the others."""

import torch
from torch.nn import functional as F


def pixel_loss(logits, masks):
    target = masks.squeeze(1).long()
    target[target == 255] = logits.shape[1]
    void = torch.zeros_like(logits[:, :1])
    return F.cross_entropy(torch.cat([logits, void], dim=1), target)
