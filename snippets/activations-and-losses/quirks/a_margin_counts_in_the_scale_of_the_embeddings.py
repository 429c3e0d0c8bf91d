"""A margin counts in the scale of the embeddings, so normalise them."""

import torch
from torch import nn
from torch.nn.functional import normalize, pairwise_distance

torch.manual_seed(0)
kinds = torch.randn(2, 1, 64)[[0, 0, 1]]  # two alike, one not
images = kinds + 0.5 * torch.randn(3, 256, 64)
triplet = nn.TripletMarginLoss(margin=1.0)
same = nn.TripletMarginWithDistanceLoss(margin=1.0)
hinge = nn.HingeEmbeddingLoss(margin=1.0)


def model(images):
    return scale * images


def show(scale, anchor, positive, negative):
    loss = triplet(anchor, positive, negative)
    torch.testing.assert_close(same(anchor, positive, negative), loss)
    pair = hinge(pairwise_distance(anchor, negative), -torch.ones(256))
    print(f"x {scale}: triplet {loss:.2f}, pair {pair:.2f}", end=", ")
    # Notice it: are all lengths 1?
    print(torch.allclose(embeddings.norm(dim=-1), torch.ones(256)))


# Wrong: distances of any size beside a margin of 1.
for scale in 0.01, 1.0:
    embeddings = model(images)
    show(scale, *embeddings)
# > x 0.01: triplet 0.92, pair 0.86, False
# > x 1.0: triplet 0.00, pair 0.00, False

# Right: every embedding has the length 1, so no distance is above 2.
for scale in 0.01, 1.0:
    embeddings = normalize(model(images), dim=-1)
    show(scale, *embeddings)
# > x 0.01: triplet 0.10, pair 0.00, True
# > x 1.0: triplet 0.10, pair 0.00, True
