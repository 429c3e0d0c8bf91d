"""From 26 rows on, cdist takes a matrix product, and rounds."""

import torch

torch.manual_seed(0)
points = 1000 + torch.rand(30, 3)  # close together, and far from 0
true = (points[:, None] - points).norm(dim=2)


def show(distances):
    print("right to 0.01:", torch.allclose(distances, true, atol=0.01))
    return distances


# Wrong: squares of 1000, whose difference is rounded.
wrong = show(torch.cdist(points, points))
# > right to 0.01: False

# Right: the differences are taken first.
right = torch.cdist(
    points, points, compute_mode="donot_use_mm_for_euclid_dist"
)
show(right)
# > right to 0.01: True

# Points around 0 lose little.
centred = points - points.mean(dim=0)
show(torch.cdist(centred, centred))
# > right to 0.01: True

# Notice it: False for rounded distances, True for exact ones.
for distances in wrong, right:
    print(bool((distances.diagonal() == 0).all()))
# > False
# > True
