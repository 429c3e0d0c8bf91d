"""`eps` of TripletMarginLoss is added to each difference, in each place."""

import torch
from torch import nn

anchor = torch.zeros(1, 128)
above, below = anchor + 0.5, anchor - 0.5  # equally far from the anchor


def show(criterion):
    first = criterion(anchor, above, below)
    second = criterion(anchor, below, above)
    print(f"eps {criterion.eps:g}: {first:.4f} and {second:.4f}")
    own = nn.functional.pairwise_distance(anchor, anchor, eps=criterion.eps)
    print(f"  a vector from itself: {own.item():.1e}")
    # Notice it: equal distances cost the same: False, then True.
    print(torch.allclose(first, second, atol=1e-3))


# Wrong: a larger eps, for numerical stability.
criterion = nn.TripletMarginLoss(eps=0.1)
show(criterion)
# > eps 0.1: 0.0000 and 3.2627
# >   a vector from itself: 1.1e+00
# > False

# Right: the default, 1e-6, so that no distance changes visibly.
criterion = nn.TripletMarginLoss(eps=1e-6)
show(criterion)
# > eps 1e-06: 1.0000 and 1.0000
# >   a vector from itself: 1.1e-05
# > True
