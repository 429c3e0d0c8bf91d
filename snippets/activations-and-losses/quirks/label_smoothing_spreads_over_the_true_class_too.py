"""With label_smoothing, the true class gets its part of the share back."""

import torch
from torch import nn

smoothing = 0.1
target = torch.tensor([0])

# The target that is meant: (1 - smoothing) + smoothing / classes.
for classes in 2, 10, 1000:
    shares = torch.full((1, classes), smoothing / classes)
    shares[0, 0] += 1 - smoothing
    best = shares.log()  # the logits of the lowest loss
    smoothed = nn.CrossEntropyLoss(label_smoothing=smoothing)(best, target)
    by_hand = nn.CrossEntropyLoss()(best, shares)
    print(f"{classes} classes: true class {shares[0, 0]:.4g}", end=", ")
    print(f"lowest loss {smoothed:.4f}, by hand {by_hand:.4f}")
# > 2 classes: true class 0.95, lowest loss 0.1985, by hand 0.1985
# > 10 classes: true class 0.91, lowest loss 0.5003, by hand 0.5003
# > 1000 classes: true class 0.9001, lowest loss 1.0148, by hand 1.0148

# Others spread the share over the wrong classes only.
classes = 2
others = torch.tensor([[0.9, 0.1]])
logits = torch.tensor([[1.0, -1.0]])
wider = smoothing * classes / (classes - 1)
criterion = nn.CrossEntropyLoss(label_smoothing=wider)
print(f"true class 0.9: {nn.CrossEntropyLoss()(logits, others):.4f}")
# > true class 0.9: 0.3269
print(f"{smoothing} written as {wider}: {criterion(logits, target):.4f}")
# > 0.1 written as 0.2: 0.3269
