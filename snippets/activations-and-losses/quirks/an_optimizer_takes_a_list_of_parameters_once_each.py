"""An optimizer takes a list of parameters or of groups, each once."""

import torch
from torch import nn
from torch.optim import Adam

model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
body, head = model

# Wrong: a tensor, a list of generators, the head in two groups.
try:
    Adam(head.weight)
except TypeError as error:
    print(error)
# > params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
try:
    Adam([body.parameters(), head.parameters()])
except TypeError as error:
    print(error)
# > optimizer can only optimize Tensors, but one of the params is Module.parameters
try:
    Adam([{"params": model.parameters()}, {"params": head.parameters()}])
except ValueError as error:
    print(error)
# > some parameters appear in more than one parameter group

# Right: one list, or groups that have nothing in common.
Adam([head.weight])
both = Adam([*body.parameters(), *head.parameters()])
two = Adam([{"params": body.parameters()}, {"params": head.parameters()}])
for adam in both, two:
    print([[p.numel() for p in g["params"]] for g in adam.param_groups])
# > [[6, 3, 3, 1]]
# > [[6, 3], [3, 1]]

# Notice it: False for a list of generators, True for one of tensors.
for params in [body.parameters()], [*body.parameters()]:
    print(all(isinstance(p, torch.Tensor) for p in params))
# > False
# > True
