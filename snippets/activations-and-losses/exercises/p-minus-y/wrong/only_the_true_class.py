"""The loss reads one probability, so one logit gets a gradient."""

import torch


def gradient(logits, target):
    n = len(target)
    rows = torch.arange(n)
    found = torch.zeros_like(logits)
    p = logits.softmax(dim=1)[rows, target]
    found[rows, target] = (p - 1) / n
    return found
