"""A triplet loss is 0 for easy triplets, its margin for equal vectors."""

import torch

torch.manual_seed(0)
labels = torch.arange(8).repeat_interleave(4)  # four pairs of neighbours
centres = 9 * torch.eye(16)[labels // 2] + torch.eye(16)[8 + labels % 2]
anchor = (centres + 0.3 * torch.randn(32, 16)).requires_grad_()
positive = anchor[torch.arange(32) ^ 1]  # another one of the same class


def show(name, a, p, n):
    loss = torch.nn.TripletMarginLoss(margin=1.0)(a, p, n)
    gradient = torch.autograd.grad(loss, a, retain_graph=True)[0]
    print(f"{name}: loss {loss:.1f}, gradient {gradient.abs().sum():.1f}")


# Wrong: a negative from far away.
negative = anchor.roll(16, 0)
show("easy", anchor, positive, negative)
# > easy: loss 0.0, gradient 0.0

# Right: the nearest of another class.
distance = torch.cdist(anchor, anchor)
same = labels[:, None] == labels
nearest = distance.masked_fill(same, torch.inf).argmin(1)
negative = anchor[nearest]
show("hard", anchor, positive, negative)
# > hard: loss 0.7, gradient 7.3

# If all embeddings are equal, the loss is the margin, without a gradient.
equal = torch.ones(32, 16, requires_grad=True)
show("collapsed", equal, equal.roll(1, 0), equal.roll(16, 0))
# > collapsed: loss 1.0, gradient 0.0

# Notice it: False for equal embeddings, True for others.
for embeddings in equal, anchor:
    print(bool(embeddings.std(dim=0).mean() > 0.01))
# > False
# > True
