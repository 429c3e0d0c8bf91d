"""The slope scales what is active."""

import torch


def leaky_relu(x, slope=0.01):
    return torch.where(x > 0, slope * x, x)


def derivative(x, slope=0.01):
    return torch.where(x > 0, slope, 1.0).to(x.dtype)
