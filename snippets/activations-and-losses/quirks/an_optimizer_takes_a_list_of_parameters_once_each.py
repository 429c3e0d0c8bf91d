"""An optimizer takes a list of parameters or of groups, each once."""

import torch
from torch import nn

body, head = nn.Linear(2, 3), nn.Linear(3, 1)
both = nn.Sequential(body, head)


def make(params):
    try:
        groups = torch.optim.SGD(params, lr=0.1).param_groups
        print("parameters:", sum(len(group["params"]) for group in groups))
    except (TypeError, ValueError) as error:
        print(error)


# Wrong: a tensor, a list of generators, the head in two groups.
make(head.weight)
# > params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
make([body.parameters(), head.parameters()])
# > optimizer can only optimize Tensors, but one of the params is Module.parameters
make([{"params": both.parameters()}, {"params": head.parameters()}])
# > some parameters appear in more than one parameter group

# Right: one list, or groups that have nothing in common.
make([*body.parameters(), *head.parameters()])
# > parameters: 4
make([{"params": body.parameters()}, {"params": head.parameters()}])
# > parameters: 4

# Notice it: False for a list of generators, True for one of tensors.
for params in [body.parameters()], [*body.parameters()]:
    print(all(isinstance(p, torch.Tensor) for p in params))
# > False
# > True
