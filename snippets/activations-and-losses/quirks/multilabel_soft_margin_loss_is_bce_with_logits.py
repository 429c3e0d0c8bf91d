"""MultiLabelSoftMarginLoss is BCEWithLogitsLoss, averaged over labels."""

import torch
from torch import nn

logits = torch.tensor([[2.0, -1.0, 0.5], [-0.5, 1.0, -2.0]])
labels = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
losses = nn.MultiLabelSoftMarginLoss, nn.BCEWithLogitsLoss


def show(logits, target):
    for loss in losses:
        try:
            print(f"{loss.__name__}: {loss()(logits, target):.4f}")
        except (RuntimeError, ValueError) as error:
            print(f"{loss.__name__}: {error}")


# The mean is the same, the sum and the single losses are not.
for reduction in "mean", "sum", "none":
    for loss in losses:
        value = loss(reduction=reduction)(logits, labels)
        print(f"{reduction} {value.sum():.4f}, shape {tuple(value.shape)}")
# > mean 0.6381, shape ()
# > mean 0.6381, shape ()
# > sum 1.2762, shape ()
# > sum 3.8285, shape ()
# > none 1.2762, shape (2,)
# > none 3.8285, shape (2, 3)

# One takes integers and a flat target, and the other refuses them.
show(logits, labels.long())
# > MultiLabelSoftMarginLoss: 0.6381
# > BCEWithLogitsLoss: result type Float can't be cast to the desired output type Long
show(logits[:1].T, labels[0])
# > MultiLabelSoftMarginLoss: 2.4143
# > BCEWithLogitsLoss: Target size (torch.Size([3])) must be the same as input size (torch.Size([3, 1]))
show(logits[:1].T, labels[:1].T)
# > MultiLabelSoftMarginLoss: 0.3048
# > BCEWithLogitsLoss: 0.3048
