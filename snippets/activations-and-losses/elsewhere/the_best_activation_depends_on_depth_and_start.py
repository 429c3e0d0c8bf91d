"""Which activation learns best depends on the depth and on the start."""

from itertools import pairwise

import torch
from torch import nn

runs, classes = 5, 10  # five networks side by side, each on its own data


def accuracy(activation, depth, gain):
    inputs = torch.randn(runs, classes, 16)  # one sample per class
    target = torch.arange(classes).repeat(runs)
    widths = [16] + [32] * depth + [classes]
    weights = [
        nn.Parameter(torch.randn(runs, rows, columns) * gain / rows**0.5)
        for rows, columns in pairwise(widths)
    ]
    optimizer = torch.optim.Adam(weights, lr=0.01)
    for _ in range(25):
        hidden = inputs
        for weight in weights[:-1]:
            hidden = activation(hidden @ weight)
        logits = (hidden @ weights[-1]).flatten(0, 1)
        optimizer.zero_grad()
        nn.CrossEntropyLoss()(logits, target).backward()
        optimizer.step()
    return f"{(logits.argmax(dim=1) == target).float().mean():.1f}"


default, he = 3**-0.5, 2**0.5  # nn.Linear draws with the first
torch.manual_seed(0)
for activation in (nn.ReLU(), nn.SiLU(), nn.Tanh()):
    learned = [accuracy(activation, depth, default) for depth in (1, 8)]
    print(f"{activation}: depth 1 {learned[0]}, depth 8 {learned[1]}")
# > ReLU(): depth 1 1.0, depth 8 0.4
# > SiLU(): depth 1 1.0, depth 8 0.7
# > Tanh(): depth 1 1.0, depth 8 0.9
print("ReLU, depth 8, He:", accuracy(nn.ReLU(), 8, he))
# > ReLU, depth 8, He: 1.0
