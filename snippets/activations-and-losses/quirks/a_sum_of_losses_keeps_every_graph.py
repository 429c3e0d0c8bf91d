"""A sum of losses keeps the graph of every batch."""

import weakref

import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 4))
loader, alive = torch.ones(5, 16, 4), weakref.WeakSet()


def save(tensor):  # what a graph saves for its backward()
    alive.add(saved := tensor.detach())
    return saved


def loss_of(batch):
    with torch.autograd.graph.saved_tensors_hooks(save, lambda s: s):
        return nn.MSELoss()(model(batch), batch)


# Wrong: the losses are added up.
total = 0
for batch in loader:
    loss = loss_of(batch)
    total += loss
print("saved tensors alive:", len(alive))
# > saved tensors alive: 30
print(isinstance(total, float))  # Notice it: False for a sum of losses
# > False

# Right: their numbers are added up, and the last loss alone has a graph.
total = 0
for batch in loader:
    loss = loss_of(batch)
    total += loss.item()
print("saved tensors alive:", len(alive))
# > saved tensors alive: 6
print(isinstance(total, float))  # True for a sum of numbers
# > True
