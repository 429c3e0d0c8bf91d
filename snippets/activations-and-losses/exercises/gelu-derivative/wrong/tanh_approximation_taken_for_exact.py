"""The formula with tanh, as many model files have it, is GELU."""

import math

import torch

ROOT = math.sqrt(2 / math.pi)


def gelu(z):
    return 0.5 * z * (1 + torch.tanh(ROOT * (z + 0.044715 * z**3)))


def gelu_derivative(z):
    t = torch.tanh(ROOT * (z + 0.044715 * z**3))
    inner = ROOT * (1 + 3 * 0.044715 * z**2)
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * inner
