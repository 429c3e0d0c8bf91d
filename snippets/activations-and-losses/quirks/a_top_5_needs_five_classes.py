"""A top-5 accuracy needs five classes, and three logits have no fifth."""

import torch

logits = torch.tensor([[2.0, 0.5, -1.0], [0.1, 0.3, 0.2]])
labels = torch.tensor([0, 2])
classes = logits.shape[1]


def accuracy(*ks):
    ranked = logits.topk(max(ks), dim=1).indices
    hits = ranked == labels.unsqueeze(1)
    for k in ks:
        print(f"top-{k}: {hits[:, :k].any(dim=1).float().mean():.0%}")


# Wrong: the five best of three classes.
try:
    accuracy(1, 5)
except RuntimeError as error:
    print(error)
# > selected index k out of range

# Right: no more than there are classes.
accuracy(1, min(5, classes))
# > top-1: 50%
# > top-3: 100%

# What remains informative with few classes.
accuracy(1)
# > top-1: 50%

# Notice it: the check is False for 5 of 3, True for 3.
for k in 5, min(5, classes):
    print(k <= logits.shape[1])
# > False
# > True
