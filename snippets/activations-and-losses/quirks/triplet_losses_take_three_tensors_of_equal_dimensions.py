"""Triplet losses take tensors with the same number of dimensions."""

import torch
from torch import nn

anchor = torch.tensor([[1.0, 0.0], [0.0, 1.0]])  # 2 anchors, 2 features
positive = torch.tensor([[0.9, 0.2], [0.3, 0.8]])
negatives = torch.tensor([[[0.0, 1.0], [0.5, 0.4], [0.8, 0.1]]] * 2)
criterion = nn.TripletMarginLoss(reduction="none")
with_distance = nn.TripletMarginWithDistanceLoss(reduction="none")

# Wrong: 3 negatives for each anchor, and one anchor for a batch.
try:
    loss = criterion(anchor, positive, negatives)
except RuntimeError as error:
    print(error)
# > The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor 2D, positive 2D, and negative 3D inputs
try:
    loss = with_distance(anchor[0], positive, negatives[:, 0])
except RuntimeError as error:
    print(error)
# > The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor 1D, positive 2D, and negative 2D inputs

# Right: a dimension for the negatives, and one for the batch.
loss = criterion(
    anchor.unsqueeze(1),
    positive.unsqueeze(1),
    negatives,
)
one = with_distance(anchor[0].unsqueeze(0), positive, negatives[:, 0])
print(list(loss.shape), loss.mean(), list(one.shape), one.mean())
# > [2, 3] tensor(0.6133) [2] tensor(0.3244)
print(list(criterion(*torch.ones(3, 2, 3, 8, 8)).shape))  # images pass too
# > [2, 3, 8]
# Notice it: the check is False at first, True with the new dimension.
for _ in range(2):
    print(anchor.dim() == positive.dim() == negatives.dim())
    anchor, positive = anchor.unsqueeze(1), positive.unsqueeze(1)
# > False
# > True
