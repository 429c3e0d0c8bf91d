"""Losses for labels of 1 and -1 do not read a label of 0 as no."""

import torch
from torch import nn

east, north = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])


def show(target):
    x = torch.full([6, 1], 0.7, requires_grad=True)
    losses = (
        nn.CosineEmbeddingLoss()(east, east + x[0] * north, target),
        nn.MarginRankingLoss()(x[1], torch.zeros(1), target),
        nn.SoftMarginLoss()(x[2], target),
        nn.HingeEmbeddingLoss()(x[3], target),  # close
        nn.HingeEmbeddingLoss()(x[4] + 1, target),  # far
        torch.relu(1 - target * x[5]).mean(),  # a hinge by hand
    )
    slopes = torch.autograd.grad(sum(losses), x)[0].flatten()
    print("losses   ", *(f"{loss:.2f}" for loss in losses))
    print("gradients", *(f"{slope:z.2f}" for slope in slopes))


labels = torch.tensor([0.0])  # no: dissimilar, lower, negative

# Wrong: 0 stays 0.
show(labels)
# > losses    0.00 0.00 0.69 1.00 1.70 1.00
# > gradients 0.00 0.00 0.00 0.00 1.00 0.00

# Right: 0 becomes -1, and 1 stays 1.
show(2 * labels - 1)
# > losses    0.82 0.70 1.10 0.30 0.00 1.70
# > gradients -0.38 1.00 0.67 -1.00 0.00 1.00

# Notice it: the check is False for 0, True for -1.
for target in labels, 2 * labels - 1:
    print(bool((target.abs() == 1).all()))
# > False
# > True
