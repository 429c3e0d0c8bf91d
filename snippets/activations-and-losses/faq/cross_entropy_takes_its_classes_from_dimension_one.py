"""CrossEntropyLoss takes the classes from dimension 1, in sequences too."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
# Two texts of five words, each word with one of seven tags.
logits = torch.arange(70.0).sin().view(2, 5, 7)
tags = torch.arange(10).view(2, 5) % 7

try:
    criterion(logits, tags)
except RuntimeError as error:
    print(error)
# > Expected target size [2, 7], got [2, 5]

# Right, either way.
print(f"{criterion(logits.transpose(1, 2), tags):.4f}")
# > 2.1131
print(f"{criterion(logits.flatten(0, 1), tags.flatten()):.4f}")
# > 2.1131
