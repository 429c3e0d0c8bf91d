"""With label_smoothing, a class weight counts in every sample's loss."""

import torch
from torch import nn
from torch.nn import functional as F

weight = torch.tensor([1.0, 30.0])  # class 1 is rare
built_in = nn.CrossEntropyLoss(weight=weight, label_smoothing=0.1)
plain = nn.CrossEntropyLoss(label_smoothing=0.1)
p = torch.arange(1, 100) / 100  # what a model may give to class 0
rows = torch.stack([p, 1 - p], dim=1).log().split(1)


def by_sample(x, y):
    each = F.cross_entropy(x, y, reduction="none", label_smoothing=0.1)
    return (weight[y] * each).sum() / weight[y].sum()


def best(criterion):
    for label in torch.tensor([[0], [1]]):
        losses = torch.stack([criterion(row, label) for row in rows])
        print(f"label {label.item()}: class 0 {p[losses.argmin()]:.2f}")


# Wrong: weight and label_smoothing in one loss.
best(built_in)
# > label 0: class 0 0.39
# > label 1: class 0 0.01

# Right: smooth first, then weigh each sample by its label.
best(by_sample)
# > label 0: class 0 0.95
# > label 1: class 0 0.05

# Notice it: for one sample, its weight must cancel in the mean.
x, y = torch.tensor([[2.0, 0.0]]), torch.tensor([0])
for criterion in built_in, by_sample:
    print(torch.allclose(criterion(x, y), plain(x, y)))
# > False
# > True
