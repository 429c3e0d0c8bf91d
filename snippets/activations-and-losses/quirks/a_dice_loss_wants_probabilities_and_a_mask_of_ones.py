"""A Dice loss leaves 0 to 1 when it gets logits or a mask of 255."""

import torch

mask = torch.zeros(8, 8)
mask[2:5, 2:6] = 1  # 12 of 64 pixels
picture = 255 * mask  # as a png file holds it
logits = 8 * mask - 4  # every pixel is right
chances = logits.sigmoid()


def dice_loss(p, y, smooth=1.0):
    common = (p * y).sum()
    return 1 - (2 * common + smooth) / (p.sum() + y.sum() + smooth)


# Wrong: logits, a mask of 0 and 255, or both.
for p, y in (logits, mask), (chances, picture), (logits, picture):
    print(f"{dice_loss(p, y):.2f}")
# > 1.66
# > -0.96
# > -7.44

# Right: probabilities, and a mask of 0 and 1.
p, y = chances, (picture > 0).float()
print(f"{dice_loss(p, y):.2f}")
# > 0.04

# An empty mask, found empty, needs the smoothing term.
for smooth in 0.0, 1.0:
    print(f"smooth {smooth}: {dice_loss(0 * mask, 0 * mask, smooth):.2f}")
# > smooth 0.0: nan
# > smooth 1.0: 0.00

# Notice it: False for the picture, True for the mask.
for y in picture, mask:
    print(bool(p.min() >= 0 and p.max() <= 1 and y.max() <= 1))
# > False
# > True
