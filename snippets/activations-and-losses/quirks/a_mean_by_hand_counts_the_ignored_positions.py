"""A mean taken by hand counts the positions that are ignored."""

import torch
from torch import nn

tokens = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
labels = torch.tensor([0, 1, 2])


def show(average):
    for padding in (0, 3, 9):
        logits = torch.cat([tokens, torch.zeros(padding, 3)])
        target = torch.cat([labels, torch.full((padding,), -100)])
        each = nn.CrossEntropyLoss(reduction="none")(logits, target)
        default = nn.CrossEntropyLoss()(logits, target)
        loss = average(each, target)
        print(f"{padding} ignored: {loss:.4f}, default {default:.4f}")
    return loss, default


# Wrong: over every position.
by_hand = show(lambda each, target: each.mean())
# > 0 ignored: 0.7808, default 0.7808
# > 3 ignored: 0.3904, default 0.7808
# > 9 ignored: 0.1952, default 0.7808

# Right: over the positions that have a label.
by_labels = show(lambda each, target: each.sum() / (target != -100).sum())
# > 0 ignored: 0.7808, default 0.7808
# > 3 ignored: 0.7808, default 0.7808
# > 9 ignored: 0.7808, default 0.7808

# Notice it: with ignored positions, False for the mean, True for the other.
for loss, default in by_hand, by_labels:
    print(torch.allclose(loss, default))
# > False
# > True
