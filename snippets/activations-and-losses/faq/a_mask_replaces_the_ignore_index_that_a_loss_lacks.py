"""A mask on unreduced losses replaces the ignore_index a loss lacks."""

import torch
from torch import nn

logits = torch.tensor([[2.0, -1.0, 0.5], [1.0, 4.0, -3.0]])
labels = torch.tensor([[1.0, 0.0, 1.0], [0.0, -100.0, -100.0]])

try:
    nn.BCEWithLogitsLoss(ignore_index=-100)
except TypeError as error:
    print(error)
# > BCEWithLogitsLoss.__init__() got an unexpected keyword argument 'ignore_index'

# Wrong: here -100 is a number like any other.
print(f"padding counted: {nn.BCEWithLogitsLoss()(logits, labels):.4f}")
# > padding counted: 17.7157

each = nn.BCEWithLogitsLoss(reduction="none")(logits, labels)
real = labels != -100
print(f"one loss per element: {tuple(each.shape)}, {real.sum()} real")
# > one loss per element: (2, 3), 4 real

# Wrong: the padding is 0 now, and still divides.
print(f"times the mask: {(each * real).mean():.4f}")
# > times the mask: 0.3713

# Right: select first, then average.
print(f"selected: {each[real].mean():.4f}")
# > selected: 0.5569
short = nn.BCEWithLogitsLoss(reduction="sum")
total = short(logits[0], labels[0]) + short(logits[1, :1], labels[1, :1])
print(f"without any padding: {total / 4:.4f}")
# > without any padding: 0.5569
