"""The model ends in logits: CrossEntropyLoss has the softmax inside."""

from torch import nn


def build():
    model = nn.Sequential(
        nn.Linear(4, 16),
        nn.ReLU(),
        nn.Linear(16, 3),
    )
    criterion = nn.CrossEntropyLoss()
    return model, criterion
