"""CrossEntropyLoss takes uint8 labels in a row, and refuses a mask."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
# One image of three pixels in a row, two classes: shape (1, 2, 1, 3).
logits = torch.tensor([[[[2.0, 0.0, 1.0]], [[0.0, 1.0, 0.5]]]])
mask = torch.tensor([[[0, 1, 1]]], dtype=torch.uint8)  # from a PNG
row, labels = logits[0, :, 0].T, mask.flatten()  # a row of pixels

# Wrong: the mask as it was loaded.
try:
    print(f"loss {criterion(logits, mask):.4f}")
except RuntimeError as error:
    print(error)
# > expected scalar type Long but found Byte

# Right: the same numbers as int64.
print(f"loss {criterion(logits, mask.long()):.4f}")
# > loss 0.4714

# The very same labels in a row pass as uint8, but not in this loss.
print(f"in a row: loss {criterion(row, labels):.4f}")
# > in a row: loss 0.4714
try:
    nn.MultiMarginLoss()(row, labels)
except RuntimeError as error:
    print(f"MultiMarginLoss: {error}")
# > MultiMarginLoss: expected scalar type Long but found Byte

# Notice it: the check is False for the mask as loaded, then True.
for target in mask, mask.long():
    print(target.dtype == torch.int64)
# > False
# > True
