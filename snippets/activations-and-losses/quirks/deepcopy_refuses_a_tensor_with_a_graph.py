"""A deep copy of a model fails where it keeps a tensor with a graph."""

import copy

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, keep):
        super().__init__()
        self.layer = nn.Linear(2, 1)
        self.keep = keep

    def forward(self, x):
        self.features = self.keep(self.layer(x))  # to look at later


def copy_after_a_pass(keep):
    model = Net(keep)
    model(torch.ones(1, 2))
    # Notice it: False for a result, True for a tensor without a graph.
    print(model.features.is_leaf)
    try:
        copy.deepcopy(model)
        print("copied")
    except RuntimeError as error:
        print(str(error).partition(".")[0])


# Wrong: the result itself, which holds its graph.
copy_after_a_pass(lambda features: features)
# > False
# > Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment

# Right: its values only.
copy_after_a_pass(lambda features: features.detach())
# > True
# > copied
