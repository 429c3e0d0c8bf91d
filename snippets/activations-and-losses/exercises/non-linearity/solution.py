"""One unit speaks for the positive numbers, one for the negative."""

import torch
from torch import nn


def build():
    hidden = nn.Linear(1, 2, bias=False)
    output = nn.Linear(2, 1, bias=False)
    with torch.no_grad():
        hidden.weight.copy_(torch.tensor([[1.0], [-1.0]]))
        output.weight.copy_(torch.tensor([[1.0, 1.0]]))
    return nn.Sequential(hidden, nn.ReLU(), output)
