"""A map of class labels has one entry per pixel, and no class axis."""

import torch
from torch import nn

logits = torch.zeros(2, 5, 4, 3)  # images, classes, height, width
target = torch.ones(2, 4, 3, dtype=torch.int64)

loss = nn.CrossEntropyLoss()(logits, target)
print(f"loss {loss:.4f}")
# > loss 1.6094
print(f"labels {target.numel()}, logits {logits.numel()}")
# > labels 24, logits 120
