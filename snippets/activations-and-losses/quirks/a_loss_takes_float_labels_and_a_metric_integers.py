"""BCEWithLogitsLoss takes labels as floats, and counting takes integers."""

import torch
from torch import nn

logits = torch.tensor([2.0, -1.0, 0.5, -3.0])
labels = torch.tensor([1.0, 0.0, 0.0, 1.0])
weights = torch.tensor([0.5, 2.0])  # one for each class
print(f"loss {nn.BCEWithLogitsLoss()(logits, labels):.4f}")
# > loss 1.1157
predicted = (logits > 0).long()

# Wrong: the floats that the loss takes.
try:
    print(torch.bincount(2 * labels + predicted).tolist())
except RuntimeError as error:
    print(error)
# > "bincount_cpu" not implemented for 'Float'
try:
    print(weights[labels].tolist())
except IndexError as error:
    print(error)
# > tensors used as indices must be long, int, byte or bool tensors

# Right: the same labels as integers.
print(torch.bincount(2 * labels.long() + predicted).tolist())
# > [1, 1, 1, 1]
print(weights[labels.long()].tolist())
# > [2.0, 0.5, 0.5, 2.0]

# Notice it: False for the floats, True for the integers.
for target in labels, labels.long():
    print(target.dtype == torch.int64)
# > False
# > True
