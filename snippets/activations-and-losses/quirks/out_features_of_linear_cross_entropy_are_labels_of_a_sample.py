"""`out_features` of LinearCrossEntropyLoss are labels, and not classes."""

import torch
from torch import nn

torch.manual_seed(0)
features = torch.randn(4, 3)
target = torch.tensor([0, 1, 2, 4])  # of 5 classes


def show(criterion, target):
    shape = tuple(criterion.linear.weight.shape)
    try:
        print(f"weight {shape}, loss {criterion(features, target):.2f}")
    except RuntimeError as error:
        print(f"weight {shape}, {error}")


# Wrong: read as the out_features of nn.Linear, the number of outputs.
criterion = nn.LinearCrossEntropyLoss(3, 5, out_features=(5,))
show(criterion, target)
# > weight (25, 3), Expected target size [4, 5], got [4]

# Right: num_classes is the number of outputs; out_features stays empty.
criterion = nn.LinearCrossEntropyLoss(3, num_classes=5)
show(criterion, target)
# > weight (5, 3), loss 1.99

# It is for several labels of each sample, here two.
criterion = nn.LinearCrossEntropyLoss(3, 5, out_features=(2,))
show(criterion, torch.randint(0, 5, (4, 2)))
# > weight (10, 3), loss 1.67
