"""Soft labels whose rows do not sum to one give a loss of another scale."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, -1.0]])
votes = torch.tensor([[4.0, 1.0, 0.0]])  # of five annotators
teacher = torch.tensor([[1.0, -3.0, -2.0]])  # logits of another model

# Wrong: counts, and logits, as probabilities.
print(f"votes {criterion(logits, votes):.4f}")
# > votes 2.8492
print(f"teacher {criterion(logits, teacher):.4f}")
# > teacher -12.6794

# Right: each row sums to 1.
shares = votes / votes.sum(dim=1, keepdim=True)
print(f"votes {criterion(logits, shares):.4f}")
# > votes 0.5698
print(f"teacher {criterion(logits, teacher.softmax(dim=1)):.4f}")
# > teacher 0.3440

# Notice it: the check is False for the votes, True for the shares.
for target in votes, shares:
    print(bool((target.sum(dim=1) - 1).abs().max() < 1 / 100))
# > False
# > True
