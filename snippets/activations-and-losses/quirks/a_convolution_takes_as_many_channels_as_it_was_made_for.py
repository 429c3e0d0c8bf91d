"""A convolution takes as many channels as it was made for, second."""

import torch
from torch import nn

conv = nn.Conv2d(3, 8, kernel_size=3)
grey = torch.rand(4, 1, 16, 16)  # one channel
last = torch.rand(4, 16, 16, 3)  # as NumPy and OpenCV keep pictures


def attempt(inputs):
    try:
        print(tuple(conv(inputs).shape))
    except RuntimeError as error:
        print(error)


# Wrong: one channel, and three in the last dimension.
inputs = grey
attempt(inputs)
# > Given groups=1, weight of size [8, 3, 3, 3], expected input[4, 1, 16, 16] to have 3 channels, but got 1 channels instead
inputs = last
attempt(inputs)
# > Given groups=1, weight of size [8, 3, 3, 3], expected input[4, 16, 16, 3] to have 3 channels, but got 16 channels instead

# Right: three channels, in dimension 1 of 4.
inputs = grey.expand(-1, 3, -1, -1)
attempt(inputs)
# > (4, 8, 14, 14)
inputs = last.permute(0, 3, 1, 2)
attempt(inputs)
# > (4, 8, 14, 14)

# Notice it: False for a grey picture, True for three channels.
for inputs in grey, grey.expand(-1, 3, -1, -1):
    print(inputs.shape[1] == conv.in_channels)
# > False
# > True
