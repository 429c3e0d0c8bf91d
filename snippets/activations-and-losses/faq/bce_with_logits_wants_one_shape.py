"""BCEWithLogitsLoss wants logits and labels in one shape."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
logits = torch.tensor([[2.0], [-1.0], [0.0], [3.0]])  # shape (4, 1)
labels = torch.tensor([1.0, 0.0, 1.0, 1.0])  # shape (4,)

try:
    criterion(logits, labels)
except ValueError as error:
    print(error)
# > Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 1]))

# Right: drop the column that is always there, and only that one.
print(f"{criterion(logits.squeeze(1), labels):.4f}")
# > 0.2955

# Wrong: a bare squeeze also drops a batch of one.
try:
    criterion(logits[:1].squeeze(), labels[:1])
except ValueError as error:
    print(error)
# > Target size (torch.Size([1])) must be the same as input size (torch.Size([]))
