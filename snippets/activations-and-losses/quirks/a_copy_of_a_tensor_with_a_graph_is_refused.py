"""`deepcopy` takes a model, and no tensor that has a graph."""

import copy

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, keep):
        super().__init__()
        self.layer, self.keep = nn.Linear(2, 1), keep

    def forward(self, x):
        out = self.layer(x)
        self.last = self.keep(out)  # for a plot or another loss
        return out


def show(keep):
    model = Net(keep)
    model(torch.ones(4, 2))
    try:
        print(type(copy.deepcopy(model)).__name__)
    except RuntimeError as error:
        print(str(error).partition(" at the moment")[0])


# Wrong: the model keeps a tensor with its graph.
show(lambda out: out)
# > Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol

# Right: it keeps the numbers only.
show(lambda out: out.detach())
# > Net
