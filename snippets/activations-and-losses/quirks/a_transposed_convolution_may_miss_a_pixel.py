"""A transposed convolution may return one pixel less than there was."""

import warnings

import torch
from torch import nn
from torch.nn.functional import mse_loss

warnings.simplefilter("ignore")  # MSELoss warns first
images = torch.rand(2, 1, 28, 28)
down = nn.Conv2d(1, 4, 3, stride=2, padding=1)
for size in (27, 28):
    print(size, "becomes", down(torch.rand(1, 1, size, size)).shape[-1])
# > 27 becomes 14
# > 28 becomes 14


def attempt(up):
    output = up(down(images))
    print(output.shape == images.shape)  # Notice it
    try:
        print("loss of shape", tuple(mse_loss(output, images).shape))
    except RuntimeError as error:
        print(error)


# Wrong: 14 comes from 27 or 28, and the layer takes 27.
attempt(nn.ConvTranspose2d(4, 1, 3, stride=2, padding=1))
# > False
# > The size of tensor a (27) must match the size of tensor b (28) at non-singleton dimension 3

# Right: one row and one column more.
attempt(nn.ConvTranspose2d(4, 1, 3, stride=2, padding=1, output_padding=1))
# > True
# > loss of shape ()

# Or say the size that you want.
up = nn.ConvTranspose2d(4, 1, 3, stride=2, padding=1)
print(up(down(images), output_size=images.shape).shape[-1])
# > 28
