"""BCEWithLogitsLoss refuses a flat target for a column of logits."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
logits = torch.tensor([[3.0], [-2.0], [1.0]])  # from nn.Linear(..., 1)
labels = torch.tensor([1.0, 0.0, 0.0])

# Wrong: (3, 1) against (3,).
try:
    criterion(logits, labels)
except ValueError as error:
    print(error)
# > Target size (torch.Size([3])) must be the same as input size (torch.Size([3, 1]))

# Right: (3, 1) against (3, 1), or (3,) against (3,).
print(f"two columns: {criterion(logits, labels.unsqueeze(1)):.4f}")
# > two columns: 0.4963
print(f"both flat:   {criterion(logits.squeeze(1), labels):.4f}")
# > both flat:   0.4963

# Notice it: the check is False for flat labels, True for a column.
for target in labels, labels.unsqueeze(1):
    print(logits.shape == target.shape)
# > False
# > True
