"""A top-5 accuracy needs five classes, and three logits have no fifth."""

import torch

torch.manual_seed(0)
logits = torch.randn(50, 3)  # 50 samples, three classes
labels = torch.randint(3, (50,))


def accuracy(logits, labels, topk):  # as many scripts have it
    ranked = logits.topk(max(topk), dim=1).indices
    hits = ranked == labels.unsqueeze(1)
    for k in topk:
        print(f"top-{k}: {hits[:, :k].any(dim=1).float().mean():.0%}")


# Wrong: the five best of three classes.
topk = (1, 5)
try:
    accuracy(logits, labels, topk)
except RuntimeError as error:
    print(f"top-{max(topk)}: {error}")
# > top-5: selected index k out of range

# Right: no more than there are classes.
topk = (1, min(5, logits.shape[1]))
accuracy(logits, labels, topk)
# > top-1: 40%
# > top-3: 100%

# What remains informative with few classes.
accuracy(logits, labels, (1,))
# > top-1: 40%

# Notice it: the check is False for 5 of 3, True for 3.
for k in 5, max(topk):
    print(k <= logits.shape[1])
# > False
# > True
