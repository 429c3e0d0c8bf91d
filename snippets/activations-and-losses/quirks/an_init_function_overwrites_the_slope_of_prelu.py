"""A function that initialises every weight overwrites the slope of PReLU."""

import torch
from torch import nn


def every_weight(module):
    if hasattr(module, "weight"):
        nn.init.normal_(module.weight, std=0.02)


def linear_only(module):
    if isinstance(module, nn.Linear):
        nn.init.normal_(module.weight, std=0.02)


def show(initialise):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(8, 8), nn.PReLU(init=0.25))
    model.apply(initialise)
    slope = model[1].weight.item()
    print(f"slope {slope:.2f}")
    return slope


# Wrong: PReLU calls its slope `weight`, too.
wrong = show(every_weight)
# > slope 0.03

# Right: by the kind of layer.
right = show(linear_only)
# > slope 0.25

# Other beginnings: 0 is a ReLU, and 1 no activation at all.
for init in 0.0, 0.25, 1.0:
    prelu = nn.PReLU(init=init)
    print(f"init {init}: {prelu(torch.tensor(-2.0)[None]).item():z.2f}")
# > init 0.0: 0.00
# > init 0.25: -0.50
# > init 1.0: -2.00

# Notice it: the check is False for the overwritten slope, then True.
for slope in wrong, right:
    print(slope == 0.25)
# > False
# > True
