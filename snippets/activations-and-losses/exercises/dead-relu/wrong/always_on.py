"""A large positive bias keeps every unit alive."""

from torch import nn


def revive(model, inputs):
    nn.init.constant_(model[0].bias, 10.0)
    return model
