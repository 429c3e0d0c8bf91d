"""The formula of the paper, with a sigmoid for its p."""

import torch


def focal_loss(logits, target, gamma=2.0, alpha=0.25):
    p = torch.sigmoid(logits)
    p = target * p + (1 - target) * (1 - p)
    a = alpha * target + (1 - alpha) * (1 - target)
    return -a * (1 - p) ** gamma * p.log()
