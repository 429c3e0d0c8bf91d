"""F.rrelu draws no slopes, unless it is told that the model trains."""

import torch
from torch import nn
from torch.nn import functional as F

inputs = torch.full((1000,), -1.0)
model = nn.Module().train()


def show(activation):
    torch.manual_seed(0)
    slopes = -activation(inputs)
    print(f"slopes from {slopes.min():.3f} to {slopes.max():.3f}")
    return slopes


# Wrong: in a forward pass of training.
wrong = show(lambda x: F.rrelu(x))
# > slopes from 0.229 to 0.229

# Right: with the flag of the model.
right = show(lambda x: F.rrelu(x, training=model.training))
# > slopes from 0.125 to 0.333

# The module has the flag itself; these are its default bounds.
show(nn.RReLU(lower=1 / 8, upper=1 / 3))
# > slopes from 0.125 to 0.333
show(nn.RReLU(lower=1 / 8, upper=1 / 3).eval())
# > slopes from 0.229 to 0.229

# Notice it: the check is False for one slope, True for many.
for slopes in wrong, right:
    print(len(slopes.unique()) > 1)
# > False
# > True
