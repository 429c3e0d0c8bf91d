"""A void pixel of 255 is no class, and ignore_index leaves it out."""

import torch
from torch import nn

# One image of three pixels in a row, two classes: shape (1, 2, 1, 3).
logits = torch.tensor([[[[2.0, 0.0, 1.0]], [[0.0, 1.0, 0.5]]]])
mask = torch.tensor([[[0, 1, 255]]])  # the last pixel is on a border

# Wrong: 255 is taken for a class index.
criterion = nn.CrossEntropyLoss()
try:
    print(f"loss {criterion(logits, mask):.4f}")
except IndexError as error:
    print(error)
# > Target 255 is out of bounds.

# Right: pixels of 255 do not count.
criterion = nn.CrossEntropyLoss(ignore_index=255)
print(f"loss {criterion(logits, mask):.4f}")
# > loss 0.2201

# Nor would they if they had been cut off.
print(f"two pixels: loss {criterion(logits[..., :2], mask[..., :2]):.4f}")
# > two pixels: loss 0.2201

# To call them background is another task with another loss.
background = mask.masked_fill(mask == 255, 0)
print(f"as background: loss {criterion(logits, background):.4f}")
# > as background: loss 0.3048

# Notice it: the check is False by default, True if 255 is ignored.
for ignore_index in -100, 255:
    print(bool(mask[mask != ignore_index].max() < logits.shape[1]))
# > False
# > True
