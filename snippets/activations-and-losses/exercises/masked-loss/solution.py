"""Select the real tokens; what is left is the loss as PyTorch has it."""

import torch
from torch.nn import functional as F


def masked_loss(logits, labels, lengths):
    time = torch.arange(logits.shape[1], device=logits.device)
    real = time < lengths.unsqueeze(1)  # (N, T)
    return F.cross_entropy(logits[real], labels[real])
