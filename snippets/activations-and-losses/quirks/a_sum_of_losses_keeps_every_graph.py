"""A sum of losses keeps the graph of every batch."""

import weakref

import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 4))
batch, alive = torch.ones(16, 4), weakref.WeakSet()


def save(tensor):  # what a graph saves for its backward()
    saved = tensor.detach()
    alive.add(saved)
    return saved


def evaluate(number):
    total, counts = 0, []
    with torch.autograd.graph.saved_tensors_hooks(save, lambda s: s):
        for _ in range(5):
            total += number(nn.MSELoss()(model(batch), batch))
            counts.append(len(alive))
    print("saved tensors alive:", *counts)


# Wrong: the losses are added up.
evaluate(lambda loss: loss)
# > saved tensors alive: 6 12 18 24 30

# Right: their numbers are added up.
evaluate(lambda loss: loss.item())
# > saved tensors alive: 0 0 0 0 0

# Notice it: the check is False for a sum of losses, True for numbers.
loss = nn.MSELoss()(model(batch), batch)
for total in loss + loss, loss.item() + loss.item():
    print(isinstance(total, float))
# > False
# > True
