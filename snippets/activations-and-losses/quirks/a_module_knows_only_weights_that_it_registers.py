"""A module registers parameters and modules, not lists or plain tensors."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, keep, weight):
        super().__init__()
        self.layers = keep([nn.Linear(2, 2)])
        self.centers = weight(torch.ones(2))


def prepare(net):
    try:
        groups = torch.optim.SGD(net.parameters(), lr=0.1).param_groups
        print(len(groups[0]["params"]), "tensors to train")
    except ValueError as error:
        print(error)
    # Notice it: False where nothing is registered, True otherwise.
    print(len(list(net.parameters())) > 0)


# Wrong: a Python list of layers, and a plain tensor.
prepare(Net(list, torch.Tensor))
# > optimizer got an empty parameter list
# > False

# Right: a list and a weight that nn.Module registers.
prepare(Net(nn.ModuleList, nn.Parameter))
# > 3 tensors to train
# > True

# parameters() can be read once: the second time it is empty.
weights = nn.Linear(2, 2).parameters()
print(len(list(weights)), len(list(weights)))
# > 2 0
