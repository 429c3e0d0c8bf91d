"""Regression losses refuse an output and a target that cannot broadcast."""

import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")  # MSELoss warns of the sizes as well
hidden = torch.ones(4, 8)
target = torch.ones(4, 3)  # three numbers for each of four samples

# Wrong: the last layer makes five.
outputs = nn.Linear(8, 5)(hidden)
try:
    print(nn.MSELoss(reduction="none")(outputs, target).shape)
except RuntimeError as error:
    print(error)
# > The size of tensor a (5) must match the size of tensor b (3) at non-singleton dimension 1

# Right: as many as the target has.
outputs = nn.Linear(8, 3)(hidden)
print(nn.MSELoss(reduction="none")(outputs, target).shape)
# > torch.Size([4, 3])

# The same message: class indices, the last batch, a longer sequence.
shapes = [(4, 3), (4,)], [(4, 3), (2, 3)], [(4, 9, 3), (4, 8, 3)]
for output, other in shapes:
    try:
        nn.PoissonNLLLoss()(torch.zeros(output), torch.zeros(other))
    except RuntimeError as error:
        print(error)
# > The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 1
# > The size of tensor a (2) must match the size of tensor b (4) at non-singleton dimension 0
# > The size of tensor a (8) must match the size of tensor b (9) at non-singleton dimension 1

# Notice it: False for the wrong width, True for the right one.
for outputs in torch.zeros(4, 5), torch.zeros(4, 3):
    print(outputs.shape == target.shape)
# > False
# > True
