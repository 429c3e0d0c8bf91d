"""Of four ways to end a classifier only Softmax spoils CrossEntropyLoss."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.tensor([0, 1, 2])  # car, truck, motorcycle

linear = nn.Linear(3, 3, bias=False)
with torch.no_grad():
    linear.weight.copy_(torch.eye(3))

softmax, log_softmax = nn.Softmax(dim=1), nn.LogSoftmax(dim=1)
for ending in (linear, nn.Identity(), softmax, log_softmax):
    losses = []
    for certainty in (4.0, 100.0):
        logits = certainty * torch.eye(3)  # every row is right
        losses.append(criterion(ending(logits), target))
    by = f"right by 4 costs {losses[0]:.4f}, by 100 {losses[1]:.4f}"
    print(f"{type(ending).__name__}: {by}")
# > Linear: right by 4 costs 0.0360, by 100 0.0000
# > Identity: right by 4 costs 0.0360, by 100 0.0000
# > Softmax: right by 4 costs 0.5743, by 100 0.5514
# > LogSoftmax: right by 4 costs 0.0360, by 100 0.0000
