"""A tensor is no parameter, and is copied into one without a gradient."""

import torch
from torch import nn

layer = nn.Linear(3, 1, bias=False)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
values = torch.tensor([[1.0, 2.0, 3.0]])


def train():
    layer(torch.ones(1, 3)).sum().backward()
    optimizer.step()
    optimizer.zero_grad()
    print(*(f"{weight:.1f}" for weight in layer.weight[0]))


# Wrong: a tensor in place of a parameter.
try:
    layer.weight = values
except TypeError as error:
    print(error)
# > cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)
# A new parameter is taken, and the optimizer does not know it.
layer.weight = nn.Parameter(values.clone())
train()
# > 1.0 2.0 3.0

# Right: the values are copied into the parameter.
layer = nn.Linear(3, 1, bias=False)
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
with torch.no_grad():
    layer.weight.copy_(values)
train()
# > 0.9 1.9 2.9
