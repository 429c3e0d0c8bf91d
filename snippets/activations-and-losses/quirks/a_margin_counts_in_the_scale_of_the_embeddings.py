"""A margin counts in the scale of the embeddings, so normalise them."""

import torch
from torch import nn
from torch.nn.functional import normalize, pairwise_distance

torch.manual_seed(0)
centres = torch.randn(2, 1, 64)[[0, 0, 1]]  # two alike, one not
points = centres + 0.5 * torch.randn(3, 256, 64)
triplet = nn.TripletMarginLoss(margin=1.0)
same = nn.TripletMarginWithDistanceLoss(margin=1.0)
hinge = nn.HingeEmbeddingLoss(margin=1.0)


def show(prepare):
    for scale in 0.01, 1.0:
        anchor, positive, negative = prepare(scale * points)
        loss = triplet(anchor, positive, negative)
        torch.testing.assert_close(same(anchor, positive, negative), loss)
        apart = pairwise_distance(anchor, negative)
        pair = hinge(apart, -torch.ones(256))
        print(f"x {scale}: triplet {loss:.2f}, pair {pair:.2f}")
    return anchor


# Wrong: distances of any size beside a margin of 1.
wrong = show(lambda points: points)
# > x 0.01: triplet 0.92, pair 0.86
# > x 1.0: triplet 0.00, pair 0.00

# Right: every embedding has the length 1, so no distance is above 2.
right = show(lambda points: normalize(points, dim=-1))
# > x 0.01: triplet 0.10, pair 0.00
# > x 1.0: triplet 0.10, pair 0.00

# Notice it: the check is False for free lengths, True for lengths of 1.
for embeddings in wrong, right:
    print(torch.allclose(embeddings.norm(dim=-1), torch.ones(256)))
# > False
# > True
