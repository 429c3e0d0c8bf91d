"""Probabilities are targets of CrossEntropyLoss that nobody checks."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 1.0, 0.0]])
votes = torch.tensor([[7, 2, 1]])  # of ten people who labelled the sample

try:
    criterion(logits, votes)
except RuntimeError as error:
    print(error)
# > Expected floating point type for target with class probabilities, got Long

# Wrong: floats that add up to 10.
print(f"votes: {criterion(logits, votes.float()):.4f}")
# > votes: 8.0761

# Right: floats that add up to 1.
shares = votes / votes.sum(dim=1, keepdim=True)
by_hand = -(shares * logits.log_softmax(dim=1)).sum(dim=1).mean()
print(f"shares: {criterion(logits, shares):.4f}, by hand {by_hand:.4f}")
# > shares: 0.8076, by hand 0.8076

# A class index is the special case of one share of 1.
one_hot = torch.tensor([[1.0, 0.0, 0.0]])
index = torch.tensor([0])
print(f"one-hot: {criterion(logits, one_hot):.4f}")
# > one-hot: 0.4076
print(f"index:   {criterion(logits, index):.4f}")
# > index:   0.4076

# The smallest loss is the entropy of the shares, not 0.
print(f"perfect logits: {criterion(shares.log(), shares):.4f}")
# > perfect logits: 0.8018
