"""A one-hot target is given as floats, or better as class indices."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, -1.0], [0.0, 1.0, 3.0]])
one_hot = torch.tensor([[1, 0, 0], [0, 0, 1]])  # int64

# Wrong: integers of the shape of the logits.
try:
    print(f"loss {criterion(logits, one_hot):.4f}")
except RuntimeError as error:
    print(error)
# > Expected floating point type for target with class probabilities, got Long

# Right: the index of the class, which has one dimension less.
print(f"loss {criterion(logits, one_hot.argmax(dim=1)):.4f}")
# > loss 0.1698

# Floats give the same loss: they are read as probabilities.
print(f"loss {criterion(logits, one_hot.float()):.4f}")
# > loss 0.1698

# Notice it: the check is False for one-hot rows, True for indices.
for target in one_hot, one_hot.argmax(dim=1):
    print(target.ndim == logits.ndim - 1)
# > False
# > True
