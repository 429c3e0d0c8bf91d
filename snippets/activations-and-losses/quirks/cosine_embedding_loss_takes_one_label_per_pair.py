"""CosineEmbeddingLoss takes one label for each pair, in one dimension."""

import torch
from torch import nn

criterion = nn.CosineEmbeddingLoss()
first = torch.tensor([[1.0, 0.0], [0.0, 1.0], [0.6, 0.8]])
second = torch.tensor([[0.8, 0.6], [1.0, 0.0], [0.0, 1.0]])
labels = torch.tensor([[1.0], [-1.0], [-1.0]])  # one column of a table

# Wrong: the column as it was cut out.
try:
    print(f"loss {criterion(first, second, labels):.4f}")
except RuntimeError as error:
    print(error)
# > 0D or 1D target tensor expected, multi-target not supported

# Right: one label for each pair, shape (3,).
print(f"loss {criterion(first, second, labels.squeeze(1)):.4f}")
# > loss 0.3333

# Notice it: the check is False for the column, True once it is flat.
for target in labels, labels.squeeze(1):
    print(target.shape == first.shape[:1])
# > False
# > True
