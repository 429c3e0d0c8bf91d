"""The saved state of an optimizer fits the same list of parameters only."""

import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
optimizer = torch.optim.Adam(net.parameters())
net(torch.ones(4, 2)).square().mean().backward()
optimizer.step()
saved = optimizer.state_dict()


def sizes(groups):
    return [len(group["params"]) for group in groups]


def resume(*groups):
    again = torch.optim.Adam([{"params": [*group]} for group in groups])
    # Notice it: False if the groups differ, True if they fit.
    print(sizes(again.param_groups) == sizes(saved["param_groups"]))
    try:
        again.load_state_dict(saved)
        print("resumed with the state of", len(again.state), "tensors")
    except ValueError as error:
        print(error)


# Wrong: one layer is frozen now, or there are two groups.
resume(net[1].parameters())
# > False
# > loaded state dict contains a parameter group that doesn't match the size of optimizer's group
resume(net[0].parameters(), net[1].parameters())
# > False
# > loaded state dict has a different number of parameter groups

# Right: the same list as before.
resume(net.parameters())
# > True
# > resumed with the state of 4 tensors
