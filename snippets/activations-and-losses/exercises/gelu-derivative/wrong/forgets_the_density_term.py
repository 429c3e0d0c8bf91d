"""The gate is a factor, so the slope is the gate, as it is for ReLU."""

import math

import torch


def gelu(z):
    return z * gelu_derivative(z)


def gelu_derivative(z):
    return 0.5 * (1 + torch.erf(z / math.sqrt(2)))
