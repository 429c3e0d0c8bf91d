"""Two logits under CrossEntropyLoss are one logit: their difference."""

import torch
from torch import nn

two = torch.tensor([[0.5, 2.0], [1.0, -1.0]])
one = two[:, 1] - two[:, 0]
labels = torch.tensor([1, 1])

print(f"two logits: loss {nn.CrossEntropyLoss()(two, labels):.4f}")
# > two logits: loss 1.1642
print(f"one logit:  loss {nn.BCEWithLogitsLoss()(one, labels.float()):.4f}")
# > one logit:  loss 1.1642
for row in (0, 1):
    softmax = torch.softmax(two, dim=1)[row, 1]
    print(f"softmax {softmax:.4f}, sigmoid {torch.sigmoid(one)[row]:.4f}")
# > softmax 0.8176, sigmoid 0.8176
# > softmax 0.1192, sigmoid 0.1192

# What both logits share is invisible: the second output is spare.
print(f"both + 7:   loss {nn.CrossEntropyLoss()(two + 7, labels):.4f}")
# > both + 7:   loss 1.1642
