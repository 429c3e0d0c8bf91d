"""LeakyReLU cures dead units, whatever the bias."""

from torch import nn


def revive(model, inputs):
    hidden, _, output = model
    return nn.Sequential(hidden, nn.LeakyReLU(), output)
