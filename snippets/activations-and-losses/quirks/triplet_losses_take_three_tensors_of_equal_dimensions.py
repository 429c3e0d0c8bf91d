"""Triplet losses take tensors with the same number of dimensions."""

import torch
from torch import nn

anchor = torch.tensor([[1.0, 0.0], [0.0, 1.0]])  # 2 anchors, 2 features
positive = torch.tensor([[0.9, 0.2], [0.3, 0.8]])
negatives = torch.tensor([[[0.0, 1.0], [0.5, 0.4], [0.8, 0.1]]] * 2)


def show(*triplet, kind=nn.TripletMarginLoss):
    try:
        loss = kind(reduction="none")(*triplet)
        print(f"shape {list(loss.shape)}, mean {loss.mean():.4f}")
    except RuntimeError as error:
        print(error)


# Wrong: 3 negatives for each anchor, and one anchor for a batch.
show(anchor, positive, negatives)
# > The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor 2D, positive 2D, and negative 3D inputs
show(anchor[0], positive, positive, kind=nn.TripletMarginWithDistanceLoss)
# > The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor 1D, positive 2D, and negative 2D inputs

# Right: a dimension for the negatives, and one for the batch.
show(anchor.unsqueeze(1), positive.unsqueeze(1), negatives)
# > shape [2, 3], mean 0.6133
show(anchor[:1], positive, positive, kind=nn.TripletMarginWithDistanceLoss)
# > shape [2], mean 1.0000

# Images pass, with a distance for each row of pixels.
show(*torch.ones(3, 2, 3, 8, 8))
# > shape [2, 3, 8], mean 1.0000

# Notice it: the check is False at first, True with the new dimension.
for _ in range(2):
    print(anchor.dim() == positive.dim() == negatives.dim())
    anchor, positive = anchor.unsqueeze(1), positive.unsqueeze(1)
# > False
# > True
