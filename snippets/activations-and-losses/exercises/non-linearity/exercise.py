"""Set the weights of a small network by hand so that it returns |x|.

`build()` returns a module that maps numbers of shape (N, 1) to their
absolute values, of shape (N, 1), exactly and for large numbers as well.
It has two nn.Linear layers, and an activation of torch.nn where one is
needed; torch.abs is not allowed. Nothing is trained.
"""

import torch
from torch import nn


def build():
    # TODO: find the weights, and add what is missing.
    hidden = nn.Linear(1, 2)
    output = nn.Linear(2, 1)
    with torch.no_grad():
        hidden.weight.copy_(torch.tensor([[0.0], [0.0]]))
        hidden.bias.copy_(torch.tensor([0.0, 0.0]))
        output.weight.copy_(torch.tensor([[0.0, 0.0]]))
        output.bias.copy_(torch.tensor([0.0]))
    return nn.Sequential(hidden, output)
