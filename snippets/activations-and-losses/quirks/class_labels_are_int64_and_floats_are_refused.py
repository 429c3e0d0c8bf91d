"""CrossEntropyLoss takes class labels as int64, and refuses floats."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, -1.0], [0.0, 1.0, 3.0]])
labels = torch.tensor([0.0, 2.0])  # from a table of floats

# Wrong: the labels as they came.
try:
    print(f"loss {criterion(logits, labels):.4f}")
except RuntimeError as error:
    print(error)
# > expected target dtype to be Long or Byte, but got Float

# Right: the same numbers as int64.
print(f"loss {criterion(logits, labels.long()):.4f}")
# > loss 0.1698

# Floats are right as probabilities, one for each logit.
shares = torch.tensor([[0.9, 0.1, 0.0], [0.0, 0.2, 0.8]])
print(f"loss {criterion(logits, shares):.4f}")
# > loss 0.4698

# To convert cuts off what follows the point.
print(torch.tensor([0.9, 1.9]).long().tolist())
# > [0, 1]

# Notice it: the check is False for the floats, True for int64.
for target in labels, labels.long():
    print(target.dtype == torch.int64)
# > False
# > True
