"""The saved state of an optimizer fits the same list of parameters only."""

import torch
from torch import nn
from torch.optim import Adam

model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
head = model[1]
optimizer = Adam(model.parameters())
model(torch.ones(4, 2)).square().mean().backward()
optimizer.step()
saved = optimizer.state_dict()


def sizes(groups):
    return [len(group["params"]) for group in groups]


def resume(optimizer):
    # Notice it: False if the groups differ, True if they fit.
    print(sizes(optimizer.param_groups) == sizes(saved["param_groups"]))
    try:
        optimizer.load_state_dict(saved)
        print("resumed with the state of", len(optimizer.state), "tensors")
    except ValueError as error:
        print(error)


# Wrong: one layer is frozen now, or there are two groups.
optimizer = Adam(head.parameters())
resume(optimizer)
# > False
# > loaded state dict contains a parameter group that doesn't match the size of optimizer's group
optimizer = Adam([{"params": layer.parameters()} for layer in model])
resume(optimizer)
# > False
# > loaded state dict has a different number of parameter groups

# Right: the same list as before.
optimizer = Adam(model.parameters())
resume(optimizer)
# > True
# > resumed with the state of 4 tensors
