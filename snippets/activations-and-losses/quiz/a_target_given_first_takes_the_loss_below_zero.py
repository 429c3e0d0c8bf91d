"""A target that is given first takes BCEWithLogitsLoss below zero."""

import torch
from torch import nn

logits = torch.tensor([4.0, -3.0])
target = torch.tensor([1.0, 0.0])
criterion = nn.BCEWithLogitsLoss()

loss = criterion(target, logits)
print(f"loss {loss:.2f}")
# > loss -1.00
print(f"the other way round {criterion(logits, target):.2f}")
# > the other way round 0.03
