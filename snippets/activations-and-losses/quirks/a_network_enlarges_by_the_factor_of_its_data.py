"""A network enlarges a picture by the factor between its data."""

import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")  # L1Loss warns of the sizes as well
torch.manual_seed(0)
large = torch.rand(1, 3, 128, 128)
small = nn.functional.avg_pool2d(large, 2)  # half as high and as wide


def train(model):
    output = model(small)
    print(*small.shape[2:], "to", *output.shape[2:])
    print(output.shape == large.shape)  # Notice it: False, then True
    try:
        print(f"loss {nn.L1Loss()(output, large):.4f}")
    except RuntimeError as error:
        print(error)


# Wrong: made for data that differ by 4.
train(nn.Upsample(scale_factor=4))
# > 64 64 to 256 256
# > False
# > The size of tensor a (256) must match the size of tensor b (128) at non-singleton dimension 3

# Right: by 2, as these do.
train(nn.Upsample(scale_factor=2))
# > 64 64 to 128 128
# > True
# > loss 0.2076

# A size that the factor does not divide: 128 // 3 pixels, three times.
print(*nn.Upsample(scale_factor=3)(torch.rand(1, 3, 42, 42)).shape[2:])
# > 126 126
