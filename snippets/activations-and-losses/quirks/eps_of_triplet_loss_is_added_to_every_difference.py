"""`eps` of TripletMarginLoss is added to each difference, in each place."""

import torch
from torch import nn

anchor = torch.zeros(1, 128)
above, below = anchor + 0.5, anchor - 0.5  # equally far from the anchor


def show(eps):
    criterion = nn.TripletMarginLoss(margin=1.0, eps=eps)
    first = criterion(anchor, above, below)
    second = criterion(anchor, below, above)
    print(f"eps {eps:g}: {first:.4f} and {second:.4f}")
    same = nn.functional.pairwise_distance(anchor, anchor, eps=eps)
    print(f"  a vector from itself: {same.item():.1e}")
    return first, second


# Wrong: a larger eps, for numerical stability.
wrong = show(eps=0.1)
# > eps 0.1: 0.0000 and 3.2627
# >   a vector from itself: 1.1e+00

# Right: the default, 1e-6, so that no distance changes visibly.
right = show(eps=1e-6)
# > eps 1e-06: 1.0000 and 1.0000
# >   a vector from itself: 1.1e-05

# Notice it: equal distances cost the same: False, then True.
for first, second in wrong, right:
    print(torch.allclose(first, second, atol=1e-3))
# > False
# > True
