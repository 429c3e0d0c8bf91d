"""A module registers parameters and modules, not lists or plain tensors."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2)]
        self.centers = torch.ones(2)


def prepare(net):
    try:
        groups = torch.optim.SGD(net.parameters(), lr=0.1).param_groups
        print(len(groups[0]["params"]), "tensors to train")
    except ValueError as error:
        print(error)
    # Notice it: False where nothing is registered, True otherwise.
    print(len(list(net.parameters())) > 0)


# Wrong: a Python list of layers, and a plain tensor.
prepare(Net())
# > optimizer got an empty parameter list
# > False


# Right: a list and a weight that nn.Module registers.
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2)])
        self.centers = nn.Parameter(torch.ones(2))


prepare(Net())
# > 3 tensors to train
# > True
