"""In NT-Xent the similarity of a sample with itself must be masked."""

import torch
from torch import nn

pairs = torch.eye(4)  # perfect: both views are equal, all others orthogonal
views = torch.cat([pairs, pairs])  # 0 to 3 and again, in this order
target = torch.arange(8).roll(4)  # the column of the other view


def show(logits):
    print(f"loss {nn.CrossEntropyLoss()(logits, target):.2f}")
    print((logits.diagonal() == -torch.inf).all().item())  # Notice it


# Wrong: the diagonal is the largest logit of each row.
logits = views @ views.T / 0.1
show(logits)
# > loss 0.69
# > False

# Right: without the diagonal.
logits = views @ views.T / 0.1
logits.fill_diagonal_(-torch.inf)
show(logits)
# > loss 0.00
# > True

# A duplicate in the batch counts as a negative, unless it is masked too.
views[1], views[5] = views[0], views[4]
logits = views @ views.T / 0.1
logits.fill_diagonal_(-torch.inf)
show(logits)
# > loss 0.55
# > True
same = (views @ views.T > 0.999) & (torch.arange(8) != target[:, None])
show(logits.masked_fill(same, -torch.inf))
# > loss 0.00
# > True
