"""BCEWithLogitsLoss takes labels as floats, and counting takes integers."""

import torch
from torch import nn

logits = torch.tensor([2.0, -1.0, 0.5, -3.0])
labels = torch.tensor([1.0, 0.0, 0.0, 1.0])
print(f"loss {nn.BCEWithLogitsLoss()(logits, labels):.4f}")
# > loss 1.1157
predicted = (logits > 0).long()


def count(target):
    for metric in (
        lambda: torch.bincount(2 * target + predicted),
        lambda: torch.eye(2)[target].sum(dim=0),
    ):
        try:
            print(metric().tolist())
        except (RuntimeError, IndexError) as error:
            print(error)


# Wrong: the floats that the loss takes.
count(labels)
# > "bincount_cpu" not implemented for 'Float'
# > tensors used as indices must be long, int, byte or bool tensors

# Right: the same labels as integers.
count(labels.long())
# > [1, 1, 1, 1]
# > [2.0, 2.0]

# Notice it: False for the floats, True for the integers.
for target in labels, labels.long():
    print(target.dtype == torch.int64)
# > False
# > True
