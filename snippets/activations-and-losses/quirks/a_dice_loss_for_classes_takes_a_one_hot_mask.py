"""A Dice loss for several classes takes a one-hot mask."""

import torch
import torch.nn.functional as F


def dice_loss(p, y):
    return (1 - 2 * (p * y).sum((-2, -1)) / (p + y).sum((-2, -1))).mean()


mask = torch.tensor([[[0, 1], [2, 2]], [[0, 0], [1, 2]]])  # 2 pictures
probabilities = F.one_hot(mask, 3).movedim(-1, 1).float()  # perfect


def attempt(step):
    try:
        print(f"{step():.2f}")
    except RuntimeError as error:
        print(error)


# Wrong: a mask of class numbers.
attempt(lambda: dice_loss(probabilities, mask))
# > The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1

# Right: a channel for each class, in dimension 1.
attempt(lambda: dice_loss(probabilities, F.one_hot(mask, 3).movedim(-1, 1)))
# > 0.00

# With three pictures and three classes nothing is raised.
mask = torch.cat([mask, mask[:1]])
probabilities = F.one_hot(mask, 3).movedim(-1, 1).float()
attempt(lambda: dice_loss(probabilities, mask))
# > 0.58

# Notice it: False for the class numbers, True for the one-hot mask.
for target in mask, F.one_hot(mask, 3).movedim(-1, 1):
    print(target.shape == probabilities.shape)
# > False
# > True
