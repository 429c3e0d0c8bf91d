"""A module has no property requires_grad, but a method requires_grad_()."""

import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))


def train(layer):
    before = layer.weight.detach().clone()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    optimizer.zero_grad()
    model(torch.ones(4, 2)).sum().backward()
    optimizer.step()
    print("changed" if (layer.weight != before).any() else "kept")
    # Notice it: False where a weight still learns, True if all are frozen.
    print(not any(p.requires_grad for p in layer.parameters()))


# Wrong: a new attribute of the module, or of its weight.
model[0].requires_grad = False
train(model[0])
# > changed
# > False
model[0].weight.require_grad = False
train(model[0])
# > changed
# > False

# Right: the method, which sets the property of each parameter.
model[0].requires_grad_(False)
train(model[0])
# > kept
# > True
