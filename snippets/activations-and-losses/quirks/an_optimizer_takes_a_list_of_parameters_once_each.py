"""An optimizer takes a list of parameters or of groups, each once."""

import torch
from torch import nn
from torch.optim import SGD

body, head = nn.Linear(2, 3), nn.Linear(3, 1)
model = nn.Sequential(body, head)

# Wrong: a tensor, a list of generators, the head in two groups.
try:
    SGD(head.weight, lr=0.1)
except TypeError as error:
    print(error)
# > params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
try:
    SGD([body.parameters(), head.parameters()], lr=0.1)
except TypeError as error:
    print(error)
# > optimizer can only optimize Tensors, but one of the params is Module.parameters
groups = [{"params": model.parameters()}, {"params": head.parameters()}]
try:
    SGD(groups, lr=0.1)
except ValueError as error:
    print(error)
# > some parameters appear in more than one parameter group

# Right: one list, or groups that have nothing in common.
SGD([head.weight], lr=0.1)
SGD([*body.parameters(), *head.parameters()], lr=0.1)
groups = [{"params": body.parameters()}, {"params": head.parameters()}]
print("groups:", len(SGD(groups, lr=0.1).param_groups))
# > groups: 2

# Notice it: False for a list of generators, True for one of tensors.
for params in [body.parameters()], [*body.parameters()]:
    print(all(isinstance(p, torch.Tensor) for p in params))
# > False
# > True
