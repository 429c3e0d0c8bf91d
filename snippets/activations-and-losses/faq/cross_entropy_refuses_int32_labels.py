"""CrossEntropyLoss refuses class indices in int32; it wants int64."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
labels = torch.tensor([0, 2], dtype=torch.int32)

try:
    criterion(logits, labels)
except RuntimeError as error:
    print(error)
# > expected target dtype to be Long or Byte, but got Int

# Right: class indices in int64, which PyTorch calls Long.
print(f"{criterion(logits, labels.long()):.4f}")
# > 0.8955
