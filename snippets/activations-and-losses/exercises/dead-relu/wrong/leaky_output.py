"""Any activation with a slope on the left lets the gradient through."""

from torch import nn


def revive(model, inputs):
    hidden, activation, output = model
    return nn.Sequential(hidden, activation, output, nn.LeakyReLU())
