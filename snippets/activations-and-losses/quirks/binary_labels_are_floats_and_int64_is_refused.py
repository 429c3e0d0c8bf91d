"""BCEWithLogitsLoss takes labels as floats, and refuses int64."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
logits = torch.tensor([1.5, -2.0, 0.5, -1.0])
labels = torch.tensor([1, 0, 0, 1])  # int64, as from a DataLoader

# Wrong: the labels as they came.
try:
    criterion(logits, labels)
except RuntimeError as error:
    print(error)
# > result type Float can't be cast to the desired output type Long

# Right: the same numbers as floats.
print(f"loss {criterion(logits, labels.float()):.4f}")
# > loss 0.6539

# Why floats: a binary target may lie between no and yes.
unsure = torch.tensor([0.9, 0.1, 0.5, 0.7])
print(f"loss {criterion(logits, unsure):.4f}")
# > loss 0.6039

# Notice it: the check is False for int64, True for floats.
for target in labels, labels.float():
    print(target.dtype == logits.dtype)
# > False
# > True
