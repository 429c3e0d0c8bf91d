"""Once the padding costs 0, the mean takes care of the rest."""

import torch
from torch.nn import functional as F


def masked_loss(logits, labels, lengths):
    each = F.cross_entropy(logits.transpose(1, 2), labels, reduction="none")
    real = torch.arange(labels.shape[1]) < lengths[:, None]
    return (each * real).mean()
