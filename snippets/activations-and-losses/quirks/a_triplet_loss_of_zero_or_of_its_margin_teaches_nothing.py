"""A triplet loss is 0 for easy triplets, its margin for equal vectors."""

import torch

torch.manual_seed(0)
labels = torch.arange(8).repeat_interleave(4)  # four pairs of neighbours
centres = 9 * torch.eye(16)[labels // 2] + torch.eye(16)[8 + labels % 2]
anchor = (centres + 0.3 * torch.randn(32, 16)).requires_grad_()
positive = torch.arange(32) ^ 1  # another one of the same class
criterion = torch.nn.TripletMarginLoss(margin=1.0)


def show(name, a, negative):
    loss = criterion(a, a[positive], a[negative])
    gradient = torch.autograd.grad(loss, a)[0].abs().sum()
    print(f"{name}: loss {loss:.1f}, gradient {gradient:.1f}")


# Wrong: a negative from far away.
negative = torch.arange(32).flip(0)
show("easy", anchor, negative)
# > easy: loss 0.0, gradient 0.0

# Right: the nearest of another class.
distance = torch.cdist(anchor, anchor)
same = labels[:, None] == labels
negative = distance.masked_fill(same, torch.inf).argmin(1)
show("hard", anchor, negative)
# > hard: loss 0.7, gradient 7.3

# If all embeddings are equal, the loss is the margin, without a gradient.
equal = torch.ones_like(anchor, requires_grad=True)
show("collapsed", equal, torch.arange(32).flip(0))
# > collapsed: loss 1.0, gradient 0.0

# Notice it: False for equal embeddings, True for others.
for embeddings in equal, anchor:
    print(bool(embeddings.std(dim=0).mean() > 0.01))
# > False
# > True
