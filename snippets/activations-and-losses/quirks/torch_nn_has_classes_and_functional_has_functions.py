"""Classes are in `torch.nn`, and functions in `torch.nn.functional`."""

import torch
import torch.nn.functional as F
from torch import nn

x = torch.tensor([-1.0, 2.0])


def show(activation):
    try:
        print([round(value, 2) for value in activation(x).tolist()])
    except AttributeError as error:
        print(error)


# Wrong: a name that is not there.
show(lambda x: nn.relu(x))
# > module 'torch.nn' has no attribute 'relu'
show(lambda x: F.ReLU()(x))
# > module 'torch.nn.functional' has no attribute 'ReLU'
show(lambda x: nn.Swish()(x))
# > module 'torch.nn' has no attribute 'Swish'
show(lambda x: torch.gelu(x))
# > module 'torch' has no attribute 'gelu'

# Right: its place, its letters, and its name here.
show(lambda x: F.relu(x))
# > [0.0, 2.0]
show(lambda x: nn.SiLU()(x))
# > [-0.27, 1.76]
show(lambda x: F.gelu(x))
# > [-0.16, 1.95]

# Notice it: the check is False for what is missing, True for SiLU.
for name in "Swish", "SiLU":
    print(hasattr(nn, name))
# > False
# > True
