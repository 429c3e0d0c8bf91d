"""MultiMarginLoss and MultiLabelMarginLoss count classes from zero."""

import torch
from torch import nn

outputs = torch.tensor([[2.0, 0.5, 0.0], [0.2, 0.4, 1.0]])
labels = torch.tensor([1, 3])  # three classes, counted from 1
lists = torch.tensor([[1, 2, -1], [3, -1, -1]])  # -1 ends a list


def show(criterion, labels):
    try:
        print(f"loss {criterion(outputs, labels):.4f}")
    except RuntimeError as error:
        print(error)


# Wrong: counted from 1, or a number that stands for "ignore".
show(nn.MultiMarginLoss(), labels)
# > target out of range
show(nn.MultiLabelMarginLoss(), lists)
# > argument #2 'target' is out of range
show(nn.MultiMarginLoss(), torch.tensor([0, -100]))
# > target out of range

# Right: counted from 0, and -1 stays the end of a list.
show(nn.MultiMarginLoss(), labels - 1)
# > loss 0.1000
show(nn.MultiLabelMarginLoss(), torch.where(lists > 0, lists - 1, lists))
# > loss 0.1833

# A batch without the last class passes, with the wrong classes.
show(nn.MultiMarginLoss(), torch.tensor([1, 2]))
# > loss 0.6000

# Notice it: the check is False from 1 to 3, True from 0 to 2.
for target in labels, labels - 1:
    print(bool(target.min() >= 0 and target.max() < outputs.shape[1]))
# > False
# > True
