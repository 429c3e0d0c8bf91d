"""The loss of an epoch begins at zero and counts each of its batches."""

import torch
from torch import nn

batches = torch.tensor([[1.0], [1.0], [3.0], [0.1]])
criterion = nn.MSELoss()


def train(weight, x):
    loss = criterion(weight * x, x)
    with torch.no_grad():
        weight -= 0.05 * torch.autograd.grad(loss, weight)[0]
    return loss.item()


# Wrong: the total goes on, and the last loss stands for the epoch.
weight, log = torch.zeros(1, requires_grad=True), []
total = 0.0
for _ in range(3):
    for batch in batches:
        loss = train(weight, batch)
        total += loss
    log.append(f"{total:.2f} last {loss:.2f}")
print(*log, sep=", ")
# > 7.71 last 0.00, 7.77 last 0.00, 7.77 last 0.00

# Right: it begins at zero, and all batches are in it.
weight, log = torch.zeros(1, requires_grad=True), []
for _ in range(3):
    total = 0.0
    for batch in batches:
        loss = train(weight, batch)
        total += loss
    log.append(f"{total / len(batches):.2f}")
print(*log, sep=", ")
# > 1.93, 0.01, 0.00
