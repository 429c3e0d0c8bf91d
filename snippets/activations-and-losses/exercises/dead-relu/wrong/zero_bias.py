"""The bias is the fault, so without it every unit works."""

from torch import nn


def revive(model, inputs):
    nn.init.zeros_(model[0].bias)
    return model
