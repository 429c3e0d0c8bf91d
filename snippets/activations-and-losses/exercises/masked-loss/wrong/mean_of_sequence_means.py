"""The mean over a batch is the mean of what its sequences cost."""

import torch
from torch.nn import functional as F


def masked_loss(logits, labels, lengths):
    losses = [
        F.cross_entropy(logits[n, :length], labels[n, :length])
        for n, length in enumerate(lengths.tolist())
        if length > 0
    ]
    return torch.stack(losses).mean()
