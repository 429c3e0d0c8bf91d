"""CrossEntropyLoss makes the labels of one sample compete."""

import torch
from torch import nn

multi_hot = torch.tensor([[1.0, 1, 0], [0, 0, 0]])  # two, and none


def train(criterion, link):
    logits = nn.Parameter(torch.zeros(2, 3))  # free to become anything
    optimizer = torch.optim.SGD([logits], lr=1.0)
    for _ in range(50):
        each = criterion(logits, multi_hot)
        optimizer.zero_grad()
        each.sum().backward()
        optimizer.step()
    for row, loss in zip(link(logits), each, strict=True):
        shown = " ".join(f"{probability:.2f}" for probability in row)
        print(f"{shown}, loss {abs(loss.sum()):.2f}")


# Wrong: one softmax for labels that do not exclude each other.
train(nn.CrossEntropyLoss(reduction="none"), nn.Softmax(dim=1))
# > 0.50 0.50 0.01, loss 1.40
# > 0.33 0.33 0.33, loss 0.00

# Right: one sigmoid per label.
train(nn.BCEWithLogitsLoss(reduction="none"), nn.Sigmoid())
# > 0.98 0.98 0.02, loss 0.06
# > 0.02 0.02 0.02, loss 0.06

# Notice it: the check is False for several, True for one per sample.
for target in multi_hot, torch.eye(3):
    print(bool((target.sum(dim=1) == 1).all()))
# > False
# > True
