"""CrossEntropyLoss reads N scores and N float labels as one sample."""

import torch
from torch import nn

scores = torch.tensor([2.0, -1.0, 3.0, 0.5])  # of four samples
labels = torch.tensor([0.0, 1.0, 0.0, 1.0])  # no or yes, each


def show(criterion):
    print(f"loss {criterion(scores, labels):.4f}")
    print(f"all scores raised: {criterion(scores + 5, labels):.4f}")
    print(f"all labels no: {abs(criterion(scores, 0 * labels)):.4f}")


# Wrong: one sample, with a class for each number.
show(nn.CrossEntropyLoss())
# > loss 7.2682
# > all scores raised: 7.2682
# > all labels no: 0.0000

# Right: four samples, each with a yes or a no.
show(nn.BCEWithLogitsLoss())
# > loss 1.7407
# > all scores raised: 3.7559
# > all labels no: 1.6157

# Integer labels would have been refused.
try:
    nn.CrossEntropyLoss()(scores, labels.long())
except RuntimeError as error:
    print(error)
# > Expected floating point type for target with class probabilities, got Long

# Notice it: one loss for each label? False for the wrong one.
for loss in nn.CrossEntropyLoss, nn.BCEWithLogitsLoss:
    criterion = loss(reduction="none")
    print(criterion(scores, labels).shape == labels.shape)
# > False
# > True
