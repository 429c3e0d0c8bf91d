"""Leave the void pixels of a mask out of the loss.

`pixel_loss(logits, masks)` gets logits of shape (N, C, H, W) and masks as
an image reader gives them: (N, 1, H, W), uint8, a class from 0 to C - 1
for each pixel, and 255 for a pixel to which nobody gave a class. Return
the cross-entropy, averaged over the pixels of the batch that have a
class; there is always at least one. Leave the arguments as they are. All
of torch is allowed.
"""

from torch.nn import functional as F


def pixel_loss(logits, masks):
    # TODO: make the masks fit, and leave the void pixels out.
    return F.cross_entropy(logits, masks)
