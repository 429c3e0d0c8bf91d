"""Regression losses refuse an output and a target that cannot broadcast."""

import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")  # MSELoss warns of the sizes as well
torch.manual_seed(0)
target = torch.ones(4, 3)  # three numbers for each of four samples


def show(layer):
    outputs = layer(torch.ones(4, 8))
    try:
        print(f"loss {nn.MSELoss()(outputs, target):.4f}")
    except RuntimeError as error:
        print(error)
    print(outputs.shape == target.shape)  # Notice it: False, then True


# Wrong: the last layer makes five.
show(nn.Linear(8, 5))
# > The size of tensor a (5) must match the size of tensor b (3) at non-singleton dimension 1
# > False

# Right: as many as the target has.
show(nn.Linear(8, 3))
# > loss 1.0683
# > True

# The same message: class indices, the last batch, a longer sequence.
for output, other in ((4, 3), (4,)), ((4, 3), (2, 3)), ((4, 9), (4, 8)):
    try:
        nn.PoissonNLLLoss()(torch.zeros(output), torch.zeros(other))
    except RuntimeError as error:
        print(output, other, error)
# > (4, 3) (4,) The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 1
# > (4, 3) (2, 3) The size of tensor a (2) must match the size of tensor b (4) at non-singleton dimension 0
# > (4, 9) (4, 8) The size of tensor a (8) must match the size of tensor b (9) at non-singleton dimension 1
