"""One index per pixel, in int64, and 255 named as no class."""

from torch.nn import functional as F


def pixel_loss(logits, masks):
    target = masks.squeeze(1).long()
    return F.cross_entropy(logits, target, ignore_index=255)
