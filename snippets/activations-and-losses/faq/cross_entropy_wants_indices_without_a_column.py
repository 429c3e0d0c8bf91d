"""CrossEntropyLoss wants class indices flat, not in a column."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
labels = torch.tensor([[0], [2]])  # shape (2, 1)

try:
    criterion(logits, labels)
except RuntimeError as error:
    print(error)
# > 0D or 1D target tensor expected, multi-target not supported

# Right: shape (2,).
print(f"{criterion(logits, labels.squeeze(1)):.4f}")
# > 0.8955
