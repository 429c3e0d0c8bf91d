"""PReLU looks for its channels in dimension 1."""

import torch
from torch import nn

prelu = nn.PReLU(3)  # a slope for each of 3 features
prelu.weight = nn.Parameter(torch.tensor([0.25, 0.5, 0.75]))
two, three = -torch.ones(1, 2, 3), -torch.ones(1, 3, 3)  # 2 and 3 steps

# Wrong: the features last; with 3 steps, each step has a slope.
for x in two, three:
    try:
        y = prelu(x)
        print(y.tolist())
    except RuntimeError as error:
        print(error)
# > Mismatch of parameter numbers and input channel size. Found parameter numbers = 3 and channel size = 2.
# > [[[-0.25, -0.25, -0.25], [-0.5, -0.5, -0.5], [-0.75, -0.75, -0.75]]]

# Right: the features in dimension 1 and back; each has its slope.
for x in two, three:
    y = prelu(x.transpose(1, -1)).transpose(1, -1)
    print(y.tolist())
# > [[[-0.25, -0.5, -0.75], [-0.25, -0.5, -0.75]]]
# > [[[-0.25, -0.5, -0.75], [-0.25, -0.5, -0.75], [-0.25, -0.5, -0.75]]]

# A single number has no channels, and the slopes are one list.
for x, slopes in (two[0, 0, 0], prelu.weight), (three, prelu.weight[None]):
    try:
        print(nn.functional.prelu(x, slopes))
    except RuntimeError as error:
        print(error)
# > Not allow zero-dim input tensor.
# > prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = 2

# Notice it: the check is False for the features last, True in dimension 1.
for x in two, two.transpose(1, -1):
    print(x.shape[1] == prelu.num_parameters)
# > False
# > True
