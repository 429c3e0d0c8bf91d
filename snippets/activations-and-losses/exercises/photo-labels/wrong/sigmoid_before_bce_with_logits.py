"""A tag has a probability, so the model ends in a sigmoid."""

from torch import nn


def build():
    model = nn.Sequential(
        nn.Linear(8, 16),
        nn.ReLU(),
        nn.Linear(16, 4),
        nn.Sigmoid(),
    )
    return model, nn.BCEWithLogitsLoss()


def tags(outputs):
    return outputs > 0.5
