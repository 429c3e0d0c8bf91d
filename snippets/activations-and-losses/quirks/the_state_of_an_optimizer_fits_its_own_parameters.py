"""The saved state of an optimizer fits the same list of parameters only."""

import torch
from torch import nn
from torch.optim import Adam

model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
optimizer = Adam(model.parameters())
model(torch.ones(4, 2)).square().mean().backward()
optimizer.step()
saved = optimizer.state_dict()


def resume(optimizer):
    # Notice it: False if the groups differ, True if they fit.
    then = [len(group["params"]) for group in saved["param_groups"]]
    now = [len(group["params"]) for group in optimizer.param_groups]
    print(now == then)
    try:
        optimizer.load_state_dict(saved)
        print("resumed with the state of", len(optimizer.state), "tensors")
    except ValueError as error:
        print(error)


# Wrong: one layer is frozen now, or there are two groups.
optimizer = Adam(model[1].parameters())
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
