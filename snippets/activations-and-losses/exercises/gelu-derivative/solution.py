"""The product rule: the gate, plus z times the slope of the gate."""

import math

import torch


def gate(z):
    return 0.5 * (1 + torch.erf(z / math.sqrt(2)))


def gelu(z):
    return z * gate(z)


def gelu_derivative(z):
    density = torch.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return gate(z) + z * density
