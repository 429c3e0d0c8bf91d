"""A column of class labels is read as several targets for each sample."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, 1.0], [0.0, 3.0, 1.0]])
labels = torch.tensor([[0], [2]])  # one column of a table: shape (2, 1)

# Wrong: the column as it was cut out.
try:
    criterion(logits, labels)
except RuntimeError as error:
    print(error)
# > 0D or 1D target tensor expected, multi-target not supported

# Right: one index for each row of logits, shape (2,).
print(f"loss {criterion(logits, labels.squeeze(1)):.4f}")
# > loss 1.2887

# Notice it: the check is False for the column, True for one dimension.
for target in labels, labels.squeeze(1):
    print(target.shape == logits.shape[:1])
# > False
# > True
