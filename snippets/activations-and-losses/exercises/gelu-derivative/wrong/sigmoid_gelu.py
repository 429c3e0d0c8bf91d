"""GELU is a SiLU whose sigmoid has been sharpened to fit."""

import torch


def gelu(z):
    return z * torch.sigmoid(1.702 * z)


def gelu_derivative(z):
    s = torch.sigmoid(1.702 * z)
    return s + 1.702 * z * s * (1 - s)
