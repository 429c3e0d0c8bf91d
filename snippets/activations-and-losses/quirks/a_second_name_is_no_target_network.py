"""An assignment gives a network a second name, and copies nothing."""

import copy

import torch
from torch import nn


def show():
    before = target.weight.clone()
    with torch.no_grad():
        model.weight += 1.0  # a step of the optimizer
    print("the target moved:", not torch.equal(target.weight, before))
    print("the model can learn:", model.weight.requires_grad)
    print(target is not model)  # Notice it


# Wrong: one network with two names.
model = nn.Linear(2, 1)
target = model
target.requires_grad_(False)
show()
# > the target moved: True
# > the model can learn: False
# > False

# Right: a copy.
model = nn.Linear(2, 1)
target = copy.deepcopy(model)
target.requires_grad_(False)
show()
# > the target moved: False
# > the model can learn: True
# > True

# The copy follows slowly: a hundredth of the way in each step.
with torch.no_grad():
    target.weight.lerp_(model.weight, 0.01)
print(f"{(model.weight - target.weight).mean():.2f}")
# > 0.99
