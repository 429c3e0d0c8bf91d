"""`load_state_dict` brings the state to the weights as they are then."""

import torch
from torch import nn
from torch.optim import Adam

place = torch.float64  # stands in for your device


def step(model, optimizer):
    try:
        model(torch.ones(4, 2).to(model.weight)).mean().backward()
        optimizer.step()
        print(optimizer.state[model.weight]["exp_avg"].dtype)
    except RuntimeError as error:
        print(error)


model = nn.Linear(2, 1)
optimizer = Adam(model.parameters())
step(model, optimizer)
# > torch.float32
saved = optimizer.state_dict()

# Wrong: the state is loaded, and the weights move after it.
model = nn.Linear(2, 1)
optimizer = Adam(model.parameters())
optimizer.load_state_dict(saved)
model.to(place)
step(model, optimizer)
# > expected dtype float for `end` but got dtype double

# Right: the weights are where they stay, and then the state comes.
model = nn.Linear(2, 1)
model.to(place)
optimizer = Adam(model.parameters())
optimizer.load_state_dict(saved)
step(model, optimizer)
# > torch.float64
