"""Of four suspects only labels of 255 take a binary loss below zero."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
target = torch.tensor([1.0, 0.0])
sure = torch.tensor([100.0, -100.0])
unsure = torch.tensor([1.0, -1.0])

suspects = {
    "sure and right": (sure, target),
    "sure and wrong": (-sure, target),
    "a sigmoid before the loss": (torch.sigmoid(sure), target),
    "labels of 0 and 255": (unsure, 255 * target),
}
for name, (outputs, labels) in suspects.items():
    print(f"{name}: {criterion(outputs, labels):.2f}")
# > sure and right: 0.00
# > sure and wrong: 100.00
# > a sigmoid before the loss: 0.50
# > labels of 0 and 255: -126.69
