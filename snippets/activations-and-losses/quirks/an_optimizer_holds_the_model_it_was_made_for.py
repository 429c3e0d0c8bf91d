"""An optimizer changes the parameters that it was given, and no others."""

import copy

import torch
from torch import nn

x, target, criterion = torch.ones(8, 2), torch.zeros(8, 1), nn.MSELoss()
first = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
for parameter in first.parameters():
    nn.init.constant_(parameter, 0.5)


def train(model, optimizer):
    for _ in range(50):
        loss = criterion(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    given = {p for g in optimizer.param_groups for p in g["params"]}
    # Notice it: False if a parameter is not in the optimizer, or True.
    print(f"loss {loss:.2f}", given.issuperset(model.parameters()))


# Wrong: the model is copied after the optimizer was made.
model = first
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model = copy.deepcopy(model)
train(model, optimizer)
# > loss 5.34 False

# Right: the optimizer is made last.
model = first
model = copy.deepcopy(model)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
train(model, optimizer)
# > loss 0.00 True
