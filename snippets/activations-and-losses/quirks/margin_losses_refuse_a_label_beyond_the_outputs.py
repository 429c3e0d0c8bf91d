"""MultiMarginLoss and MultiLabelMarginLoss count classes from zero."""

import torch
from torch import nn

outputs = torch.tensor([[2.0, 0.5, 0.0], [0.2, 0.4, 1.0]])
labels = torch.tensor([1, 3])  # three classes, counted from 1
lists = torch.tensor([[1, 2, -1], [3, -1, -1]])  # -1 ends a list

# Wrong: counted from 1.
criterion = nn.MultiMarginLoss()
try:
    loss = criterion(outputs, labels)
except RuntimeError as error:
    print(error)
# > target out of range
try:
    loss = nn.MultiLabelMarginLoss()(outputs, lists)
except RuntimeError as error:
    print(error)
# > argument #2 'target' is out of range

# Right: counted from 0, and -1 stays the end of a list.
loss = criterion(outputs, labels - 1)
print(f"loss {loss:.4f}")
# > loss 0.1000
lists = torch.where(lists > 0, lists - 1, lists)
print(f"loss {nn.MultiLabelMarginLoss()(outputs, lists):.4f}")
# > loss 0.1833

# A batch without the last class passes, with the wrong classes.
print(f"loss {criterion(outputs, torch.tensor([1, 2])):.4f}")
# > loss 0.6000

# Notice it: False from 1 to 3, True from 0 to 2, False for -100.
for target in labels, labels - 1, torch.tensor([0, -100]):
    print(bool(target.min() >= 0 and target.max() < outputs.shape[1]))
# > False
# > True
# > False
