"""Triplet losses take tensors with the same number of dimensions."""

import torch
from torch import nn

anchor = torch.tensor([[1.0, 0.0], [0.0, 1.0]])  # 2 anchors, 2 features
positive = torch.tensor([[0.9, 0.2], [0.3, 0.8]])
negatives = torch.tensor([[[0.0, 1.0], [0.5, 0.4], [0.8, 0.1]]] * 2)
query, negative = anchor[0], negatives[:, 0]  # one anchor for a batch
criterion = nn.TripletMarginLoss(reduction="none")
with_distance = nn.TripletMarginWithDistanceLoss(reduction="none")

# Wrong: 3 negatives for each anchor, and one anchor for a batch.
try:
    loss = criterion(anchor, positive, negatives)
except RuntimeError as error:
    print(error)
# > The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor 2D, positive 2D, and negative 3D inputs
try:
    loss = with_distance(query, positive, negative)
except RuntimeError as error:
    print(error)
# > The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor 1D, positive 2D, and negative 2D inputs

# Right: a dimension for the negatives, and one for the batch.
loss = criterion(
    anchor.unsqueeze(1),
    positive.unsqueeze(1),
    negatives,
)
print(f"shape {list(loss.shape)}, mean {loss.mean():.4f}")
# > shape [2, 3], mean 0.6133
loss = with_distance(query.unsqueeze(0), positive, negative)
print(f"shape {list(loss.shape)}, mean {loss.mean():.4f}")
# > shape [2], mean 0.3244

# Images pass, with a distance for each row of pixels.
print(f"shape {list(criterion(*torch.ones(3, 2, 3, 8, 8)).shape)}")
# > shape [2, 3, 8]

# Notice it: the check is False at first, True with the new dimension.
for _ in range(2):
    print(anchor.dim() == positive.dim() == negatives.dim())
    anchor, positive = anchor.unsqueeze(1), positive.unsqueeze(1)
# > False
# > True
