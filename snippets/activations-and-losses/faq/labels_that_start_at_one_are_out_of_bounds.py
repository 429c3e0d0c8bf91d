"""Class indices start at 0, so labels 1 to 3 are out of bounds."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
labels = torch.tensor([1, 2, 3])

try:
    criterion(logits, labels)
except IndexError as error:
    print(error)
# > Target 3 is out of bounds.

# Right: with three classes the indices are 0, 1 and 2.
print(f"{criterion(logits, labels - 1):.4f}")
# > 0.6299

# A label that marks nothing, such as 255 in masks, can be left out.
masked = nn.CrossEntropyLoss(ignore_index=255)
print(f"{masked(logits, torch.tensor([0, 1, 255])):.4f}")
# > 0.3955
