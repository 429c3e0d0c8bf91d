"""A bias that nobody sets is zero."""

import torch
from torch import nn


def build():
    hidden = nn.Linear(1, 2)
    output = nn.Linear(2, 1)
    with torch.no_grad():
        hidden.weight.copy_(torch.tensor([[1.0], [-1.0]]))
        output.weight.copy_(torch.tensor([[1.0, 1.0]]))
    return nn.Sequential(hidden, nn.ReLU(), output)
