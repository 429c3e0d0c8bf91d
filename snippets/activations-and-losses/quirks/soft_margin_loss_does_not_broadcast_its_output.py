"""SoftMarginLoss cannot broadcast its outputs."""

import torch
from torch import nn

criterion = nn.SoftMarginLoss()
outputs = torch.tensor([[2.0], [-1.0], [0.5]])  # from nn.Linear(..., 1)
labels = torch.tensor([1.0, -1.0, 1.0])

# Wrong: a column of outputs, and a flat target.
try:
    print(f"loss {criterion(outputs, labels):.4f}")
except RuntimeError as error:
    print(error)
# > output with shape [3, 1] doesn't match the broadcast shape [3, 3]

# Right: a column of labels.
print(f"loss {criterion(outputs, labels.unsqueeze(1)):.4f}")
# > loss 0.3048

# Three columns of outputs are not refused.
print(f"loss {criterion(outputs.expand(3, 3), labels):.4f}")
# > loss 0.8048

# Any operation in place says the same, as Normalize on a gray image.
try:
    torch.zeros(1, 2, 2).sub_(torch.zeros(3, 1, 1))
except RuntimeError as error:
    print(error)
# > output with shape [1, 2, 2] doesn't match the broadcast shape [3, 2, 2]

# Notice it: False for flat labels, True for the column.
for target in labels, labels.unsqueeze(1):
    print(target.shape == outputs.shape)
# > False
# > True
