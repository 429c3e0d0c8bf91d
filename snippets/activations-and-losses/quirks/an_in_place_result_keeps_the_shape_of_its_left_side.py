"""A result in place keeps the shape of its left side."""

import torch

grey = torch.full((1, 28, 28), 0.75)
total, losses = torch.tensor(1.0), torch.tensor([0.25, 0.75])


class Normalize:  # as in torchvision.transforms
    def __init__(self, *both):
        self.mean, self.std = (torch.tensor(x).view(-1, 1, 1) for x in both)

    def __call__(self, picture):
        return picture.clone().sub_(self.mean).div_(self.std)


# Wrong: the result would be larger than its left side.
coloured = Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
try:
    coloured(grey)
except RuntimeError as error:
    print(error)
# > output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]
try:
    total += losses
except RuntimeError as error:
    print(error)
# > output with shape [] doesn't match the broadcast shape [2]

# Right: a mean for each channel, one number for one total.
normalize = Normalize((0.5,), (0.5,))
print(normalize(grey)[:, 0, 0], coloured(grey.expand(3, -1, -1))[:, 0, 0])
# > tensor([0.5000]) tensor([0.5000, 0.5000, 0.5000])
total += losses.sum()

# Notice it: False for two losses, True for their sum.
for loss in losses, losses.sum():
    print(torch.broadcast_shapes(total.shape, loss.shape) == total.shape)
# > False
# > True
