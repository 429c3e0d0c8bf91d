"""PReLU looks for its channels in dimension 1."""

import torch
from torch import nn
from torch.nn import functional as F

prelu = nn.PReLU(3)  # a slope for each of 3 features
prelu.weight = nn.Parameter(torch.tensor([0.25, 0.5, 0.75]))
two, three = -torch.ones(1, 2, 3), -torch.ones(1, 3, 3)  # 2 and 3 steps


def show(layer, *inputs):
    for x in inputs:
        try:
            print(layer(x).tolist())
        except RuntimeError as error:
            print(error)


# Wrong: the features last; with 3 steps, each step has a slope.
show(prelu, two, three)
# > Mismatch of parameter numbers and input channel size. Found parameter numbers = 3 and channel size = 2.
# > [[[-0.25, -0.25, -0.25], [-0.5, -0.5, -0.5], [-0.75, -0.75, -0.75]]]

# Right: the features in dimension 1 and back; each has its slope.
show(lambda x: prelu(x.transpose(1, -1)).transpose(1, -1), two, three)
# > [[[-0.25, -0.5, -0.75], [-0.25, -0.5, -0.75]]]
# > [[[-0.25, -0.5, -0.75], [-0.25, -0.5, -0.75], [-0.25, -0.5, -0.75]]]

# A single number has no channels, and the slopes are one list.
show(prelu, torch.tensor(-1.0))
# > Not allow zero-dim input tensor.
show(lambda x: F.prelu(x, prelu.weight.unsqueeze(0)), three)
# > prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = 2

# Notice it: the check is False for the features last, True in dimension 1.
for x in two, two.transpose(1, -1):
    print(x.shape[1] == prelu.num_parameters)
# > False
# > True
