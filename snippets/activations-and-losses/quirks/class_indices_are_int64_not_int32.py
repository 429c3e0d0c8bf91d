"""CrossEntropyLoss takes class indices as int64, and refuses int32."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, -1.0], [0.0, 1.0, 3.0]])
labels = torch.tensor([0, 2], dtype=torch.int32)  # from pandas, say

# Wrong: the labels as they came.
try:
    criterion(logits, labels)
except RuntimeError as error:
    print(error)
# > expected target dtype to be Long or Byte, but got Int

# Right: the same numbers as int64.
print(f"loss {criterion(logits, labels.long()):.4f}")
# > loss 0.1698

# Notice it: the check is False for int32, True for int64.
for target in labels, labels.long():
    print(target.dtype == torch.int64)
# > False
# > True
