"""MultiLabelMarginLoss takes a target of the shape of its input."""

import torch
from torch import nn
from torch.nn import functional as F

criterion = nn.MultiLabelMarginLoss()
outputs = torch.tensor([[2.0, 0.1, 0.3, 1.8], [0.2, 0.4, 1.0, 0.1]])
labels = torch.tensor([[0, 3], [2, -1]])  # two labels, and one


def show(target):
    try:
        print(f"loss {criterion(outputs, target):.4f}")
    except RuntimeError as error:
        print(error)


# Wrong: as many places as labels, and one row for the whole batch.
target = labels
show(target)
# > inconsistent target size: [2, 2] for input of size: [2, 4]
show(torch.tensor([0, 3, -1, -1]))
# > inconsistent target size: [4] for input of size: [2, 4]

# Right: as many places as outputs, the free ones after the labels.
free = outputs.shape[1] - labels.shape[1]
target = F.pad(labels, (0, free), value=-1)
show(target)
# > loss 0.0875

# In front of the labels, a -1 ends the list before it begins.
show(F.pad(labels, (free, 0), value=-1))
# > loss 0.0000

# Notice it: the check is False for the short target, True when padded.
for target in labels, F.pad(labels, (0, free), value=-1):
    print(target.shape == outputs.shape)
# > False
# > True
