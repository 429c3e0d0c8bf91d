"""A margin counts in the scale of the embeddings, so normalise them."""

import torch
from torch import nn
from torch.nn.functional import normalize, pairwise_distance

torch.manual_seed(0)
centres = torch.randn(2, 64)
noise = 0.5 * torch.randn(3, 256, 64)
points = centres[[0, 0, 1]].unsqueeze(1) + noise  # two alike, one not
criteria = (
    nn.TripletMarginLoss(margin=1.0),
    nn.TripletMarginWithDistanceLoss(margin=1.0),
)
hinge = nn.HingeEmbeddingLoss(margin=1.0)


def show(prepare):
    for scale in 0.01, 0.1, 1.0:
        anchor, positive, negative = prepare(scale * points)
        first, second = (c(anchor, positive, negative) for c in criteria)
        apart = pairwise_distance(anchor, negative)
        pushed = hinge(apart, -torch.ones(len(apart)))
        print(
            f"x {scale}: triplet {first:.2f}, {second:.2f}, pair {pushed:.2f}"
        )
    return anchor


# Wrong: distances of any size beside a margin of 1.
wrong = show(lambda points: points)
# > x 0.01: triplet 0.92, 0.92, pair 0.86
# > x 0.1: triplet 0.17, 0.17, pair 0.00
# > x 1.0: triplet 0.00, 0.00, pair 0.00

# Right: every embedding has the length 1, so no distance is above 2.
right = show(lambda points: normalize(points, dim=-1))
# > x 0.01: triplet 0.10, 0.10, pair 0.00
# > x 0.1: triplet 0.10, 0.10, pair 0.00
# > x 1.0: triplet 0.10, 0.10, pair 0.00

# Notice it: the check is False for free lengths, True for lengths of 1.
for embeddings in wrong, right:
    length = embeddings.norm(dim=-1)
    print(bool(torch.allclose(length, torch.ones_like(length))))
# > False
# > True
