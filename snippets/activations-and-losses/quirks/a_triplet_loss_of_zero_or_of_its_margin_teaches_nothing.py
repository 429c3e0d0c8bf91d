"""A triplet loss is 0 for easy triplets, its margin for equal vectors."""

import torch
from torch import nn

torch.manual_seed(0)
labels = torch.arange(8).repeat_interleave(4)
centres = 10 * torch.eye(4, 16).repeat_interleave(2, dim=0)
centres[1::2, 8] = 2  # classes in four pairs of neighbours
points = (centres[labels] + 0.3 * torch.randn(32, 16)).requires_grad_()
distance = torch.cdist(points, points)
same = labels[:, None] == labels
far = distance.masked_fill(~same, -1).argmax(dim=1)
near = distance.masked_fill(same, 1e9).argmin(dim=1)


def show(name, anchor, positive, negative):
    loss = nn.TripletMarginLoss(margin=1.0)(anchor, positive, negative)
    (gradient,) = torch.autograd.grad(loss, anchor)
    print(f"{name}: loss {loss:.1f}, gradient {gradient.abs().sum():.1f}")


# Wrong: a negative from far away.
show("easy", points, points[far], points.roll(16, 0))
# > easy: loss 0.0, gradient 0.0

# Right: the nearest of another class.
show("hard", points, points[far], points[near])
# > hard: loss 0.6, gradient 7.1

# If all embeddings are equal, the loss is the margin, without a gradient.
equal = torch.ones(32, 16, requires_grad=True)
show("collapsed", equal, equal.roll(1, 0), equal.roll(16, 0))
# > collapsed: loss 1.0, gradient 0.0

# Notice it: False for equal embeddings, True for others.
for embeddings in equal, points:
    print(bool(embeddings.std(dim=0).mean() > 0.01))
# > False
# > True
