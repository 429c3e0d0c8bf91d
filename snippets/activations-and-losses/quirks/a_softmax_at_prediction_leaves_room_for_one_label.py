"""A softmax at prediction leaves room for one label."""

import torch

logits = torch.tensor([[3.0, 2.5, 2.0, -4.0], [-3.0, -2.5, -4.0, -3.5]])
true = torch.tensor([[1, 1, 1, 0], [0, 0, 0, 0]])  # three tags, and none

# Wrong: the tags share a sum of 1.
for row in logits.softmax(dim=1):
    print(*(f"{p:.2f}" for p in row), "tags", (row > 0.5).sum().item())
# > 0.51 0.31 0.19 0.00 tags 1
# > 0.28 0.46 0.10 0.17 tags 0

# Right: each tag for itself, as BCEWithLogitsLoss trains it.
for row in logits.sigmoid():
    print(*(f"{p:.2f}" for p in row), "tags", (row > 0.5).sum().item())
# > 0.95 0.92 0.88 0.02 tags 3
# > 0.05 0.08 0.02 0.03 tags 0
print(((logits.sigmoid() > 0.5) == true).all().item())
# > True

# Notice it: False for a softmax, True for a sigmoid.
for p in logits.softmax(dim=1), logits.sigmoid():
    print(not torch.allclose(p.sum(dim=1), torch.ones(len(p))))
# > False
# > True
