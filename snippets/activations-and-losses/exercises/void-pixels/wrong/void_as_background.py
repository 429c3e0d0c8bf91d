"""Whatever has no class is background."""

from torch.nn import functional as F


def pixel_loss(logits, masks):
    target = masks.squeeze(1).long()
    target[target == 255] = 0
    return F.cross_entropy(logits, target)
