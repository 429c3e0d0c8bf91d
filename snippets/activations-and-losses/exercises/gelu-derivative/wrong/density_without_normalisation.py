"""The density of the standard normal is exp(-z * z / 2)."""

import math

import torch


def gelu(z):
    return 0.5 * z * (1 + torch.erf(z / math.sqrt(2)))


def gelu_derivative(z):
    gate = 0.5 * (1 + torch.erf(z / math.sqrt(2)))
    return gate + z * torch.exp(-(z**2) / 2)
