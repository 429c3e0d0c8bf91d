"""`deepcopy` takes a model, and no tensor that has a graph."""

import copy

import torch
from torch import nn


class Net(nn.Linear):
    def forward(self, x):
        out = super().forward(x)
        self.last = out  # for a plot or another loss
        return out


def show(model):
    model(torch.ones(4, 2))
    try:
        print(type(copy.deepcopy(model)).__name__)
    except RuntimeError as error:
        print(str(error).partition(" at the moment")[0])


# Wrong: the model keeps a tensor with its graph.
show(Net(2, 1))
# > Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol


# Right: it keeps the numbers only.
class Net(nn.Linear):
    def forward(self, x):
        out = super().forward(x)
        self.last = out.detach()
        return out


show(Net(2, 1))
# > Net
