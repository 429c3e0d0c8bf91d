"""Write LeakyReLU and its derivative from plain torch operations.

`leaky_relu(x, slope=0.01)` returns x where x is positive and slope * x
elsewhere, in the shape and dtype of x, be it float16, and for any slope,
also one above 1. Autograd can go through it, and x stays as it was.
`derivative(x, slope=0.01)` returns its derivative at each entry of x, in
the shape and dtype of x, without autograd; at 0 exactly it may be any
number between both slopes. nn.LeakyReLU and functional.leaky_relu are
not allowed.
"""

import torch


def leaky_relu(x, slope=0.01):
    # TODO: write this function and the next.
    return torch.relu(x)


def derivative(x, slope=0.01):
    return torch.ones_like(x)
