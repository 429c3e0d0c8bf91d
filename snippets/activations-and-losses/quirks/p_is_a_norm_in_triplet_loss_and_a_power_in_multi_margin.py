"""`p` is a norm in TripletMarginLoss, and a power in MultiMarginLoss."""

import torch
from torch import nn

anchor, far = torch.tensor([[0.0, 0.0]]), torch.tensor([[3.0, 4.0]])
scores, label = torch.tensor([[0.8, 0.0]]), torch.tensor([0])

for p in 1, 2:
    triplet = nn.TripletMarginLoss(margin=1.0, p=p)
    hinge = nn.MultiMarginLoss(p=p)
    lead = scores.clone().requires_grad_()
    hinge(lead, label).backward()
    print(
        f"p={p}: distance {triplet(anchor, far, anchor) - 1:.2f}", end=", "
    )
    print(f"hinge {hinge(scores, label):.2f}", end=", ")
    print(f"slope {lead.grad[0, 0]:.2f}")
# > p=1: distance 7.00, hinge 0.10, slope -0.50
# > p=2: distance 5.00, hinge 0.02, slope -0.20

# With p=1, distances grow with the number of dimensions.
torch.manual_seed(0)
for size in 2, 128, 2048:
    first, second = torch.randn(2, 500, size)
    first, second = map(nn.functional.normalize, (first, second))
    means = [
        nn.functional.pairwise_distance(first, second, p=p).mean()
        for p in (1, 2)
    ]
    print(f"{size} dimensions: {means[0]:.1f} and {means[1]:.1f}")
# > 2 dimensions: 1.6 and 1.3
# > 128 dimensions: 12.8 and 1.4
# > 2048 dimensions: 51.1 and 1.4
