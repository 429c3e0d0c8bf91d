"""A normalisation layer takes as many channels as it was made for."""

import torch
from torch import nn

flat = torch.randn(8, 128)  # samples, features
words = torch.randn(8, 10, 64)  # samples, words, features


def run(layer, x):
    try:
        print(layer(x).shape)
    except (RuntimeError, ValueError) as error:
        print(error)


# Wrong: another number of features, dimension or order.
run(nn.BatchNorm1d(64), flat)
# > running_mean should contain 128 elements not 64
run(nn.BatchNorm2d(128), flat)
# > expected 4D input (got 2D input)
run(nn.BatchNorm1d(64), words)
# > running_mean should contain 10 elements not 64
run(nn.LayerNorm(64), words.transpose(1, 2))
# > Given normalized_shape=[64], expected input with shape [*, 64], but got input of size[8, 64, 10]

# Right: BatchNorm counts dimension 1, LayerNorm the last one.
run(nn.BatchNorm1d(128), flat)
# > torch.Size([8, 128])
run(nn.BatchNorm1d(64), words.transpose(1, 2))
# > torch.Size([8, 64, 10])
run(nn.LayerNorm(64), words)
# > torch.Size([8, 10, 64])
