"""A Dice loss for several classes takes a one-hot mask."""

import torch
import torch.nn.functional as F


def dice(p, y):
    return (2 * (p * y).sum((-2, -1)) / (p + y).sum((-2, -1))).mean()


mask = torch.tensor([[[0, 1], [2, 2]], [[0, 0], [1, 2]]])  # 2 pictures
probabilities = F.one_hot(mask, 3).movedim(-1, 1).float()  # perfect

# Wrong: a mask of class numbers.
target = mask
try:
    loss = 1 - dice(probabilities, target)
    print(f"{loss:.2f}")
except RuntimeError as error:
    print(error)
# > The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1

# Right: a channel for each class, in dimension 1.
target = F.one_hot(mask, 3).movedim(-1, 1)
loss = 1 - dice(probabilities, target)
print(f"{loss:.2f}")
# > 0.00

# Notice it: False for the class numbers, True for the one-hot mask.
for target in mask, F.one_hot(mask, 3).movedim(-1, 1):
    print(target.shape == probabilities.shape)
# > False
# > True

# With three pictures and three classes nothing is raised.
mask = torch.cat([mask, mask[:1]])
probabilities = F.one_hot(mask, 3).movedim(-1, 1).float()
print(f"{1 - dice(probabilities, mask):.2f}")
# > 0.58
