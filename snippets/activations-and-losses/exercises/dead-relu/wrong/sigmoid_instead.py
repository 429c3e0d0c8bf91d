"""A sigmoid is nowhere flat, so its units cannot die."""

from torch import nn


def revive(model, inputs):
    hidden, _, output = model
    return nn.Sequential(hidden, nn.Sigmoid(), output)
