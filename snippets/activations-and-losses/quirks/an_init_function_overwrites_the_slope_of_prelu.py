"""A function that fills every weight overwrites the slope of PReLU."""

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
    print(f"slope {model[1].weight.item():.2f}")
    return model[1].weight.item()


# Wrong: PReLU calls its slope `weight`, too.
wrong = show(every_weight)
# > slope 0.03

# Right: by the kind of layer.
right = show(linear_only)
# > slope 0.25
print([nn.PReLU(init=i)(-torch.ones(1)).item() for i in (0.0, 1.0)])
# > [-0.0, -1.0]

# Notice it: the check is False for the overwritten slope, then True.
for slope in wrong, right:
    print(slope == 0.25)
# > False
# > True
