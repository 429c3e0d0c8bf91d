"""A result in place keeps the shape of its left side."""

import torch

grey = torch.full((1, 28, 28), 0.7)
total, losses = torch.tensor(1.0), torch.tensor([0.25, 0.75])


class Normalize:  # as in torchvision.transforms
    def __init__(self, *both):
        self.mean, self.std = (torch.tensor(x).view(-1, 1, 1) for x in both)

    def __call__(self, picture):
        return picture.clone().sub_(self.mean).div_(self.std)


# Wrong: the result would be larger than its left side.
normalize = Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
try:
    print(tuple(normalize(grey).shape))
except RuntimeError as error:
    print(error)
# > output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]
try:
    total += losses
except RuntimeError as error:
    print(error)
# > output with shape [] doesn't match the broadcast shape [2]

# Right: one mean for one channel, one number for one total.
normalize = Normalize((0.5,), (0.5,))
print(tuple(normalize(grey).shape))
# > (1, 28, 28)
total += losses.sum()

# Notice it: False for two losses, True for their sum.
for loss in losses, losses.sum():
    print(torch.broadcast_shapes(total.shape, loss.shape) == total.shape)
# > False
# > True
