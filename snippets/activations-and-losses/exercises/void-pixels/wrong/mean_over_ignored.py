"""What ignore_index ignores is out of every later mean."""

from torch.nn import functional as F


def pixel_loss(logits, masks):
    each = F.cross_entropy(
        logits,
        masks.squeeze(1).long(),
        ignore_index=255,
        reduction="none",
    )
    return each.mean()
