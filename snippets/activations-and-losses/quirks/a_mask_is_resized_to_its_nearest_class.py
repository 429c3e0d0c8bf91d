"""A mask is resized to its nearest class; others invent class numbers."""

import torch
from torch import nn
from torch.nn.functional import interpolate

mask = torch.zeros(1, 1, 8, 8)
mask[..., 3:6, 3:6] = 20  # two classes of 21: 0 and 20
size = (7, 7)

# Wrong: numbers in between, as for an image.
target = interpolate(mask, size, mode="bilinear")
wrong = target.round().long().squeeze(1)
print(wrong.unique().tolist())
# > [0, 1, 2, 3, 4, 7, 20]

# Right: each new pixel takes the number of one old pixel.
target = interpolate(mask, size, mode="nearest")
right = target.round().long().squeeze(1)
print(right.unique().tolist())
# > [0, 20]

# A bicubic resize even overshoots, and the loss refuses the mask.
target = interpolate(mask, size, mode="bicubic")
target = target.round().long().squeeze(1)
print(target.unique().tolist())
# > [-1, 0, 1, 2, 4, 7, 8, 24, 25]
try:
    nn.CrossEntropyLoss()(torch.zeros(1, 21, *size), target)
except IndexError as error:
    print(error)
# > Target -1 is out of bounds.

# Notice it: the check is False for bilinear, True for nearest.
classes = {0, 20}
for target in wrong, right:
    print(set(target.unique().tolist()) <= classes)
# > False
# > True
