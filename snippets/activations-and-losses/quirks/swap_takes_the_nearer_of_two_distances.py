"""`swap` in a triplet loss takes the nearer of two distances."""

import torch
from torch import nn

anchor = torch.tensor([[0.0, 0.0]])
positive = torch.tensor([[1.0, 0.0]])
behind = torch.tensor([[1.9, 0.0]])  # nearer to the positive
before = torch.tensor([[-0.9, 0.0]])  # nearer to the anchor


def show(criterion):
    costs = [criterion(anchor, positive, n) for n in (behind, before)]
    print(*(f"{cost:.2f}" for cost in costs))


# Wrong: a negative close to the positive costs nothing.
criterion = nn.TripletMarginLoss(margin=0.5)
show(criterion)
# > 0.00 0.60
show(nn.TripletMarginWithDistanceLoss(margin=0.5))
# > 0.00 0.60

# Right: the distance from the positive counts, where it is shorter.
criterion = nn.TripletMarginLoss(margin=0.5, swap=True)
show(criterion)
# > 0.60 0.60
show(nn.TripletMarginWithDistanceLoss(margin=0.5, swap=True))
# > 0.60 0.60

# To exchange anchor and positive is something else.
exchanged = nn.TripletMarginLoss(margin=0.5)(positive, anchor, before)
print(f"exchanged {exchanged:.2f}")
# > exchanged 0.00

# Notice it: the check is False without swap, True with it.
for criterion in nn.TripletMarginLoss(), nn.TripletMarginLoss(swap=True):
    print(criterion.swap)
# > False
# > True
