"""The prediction is the largest output, as for every classifier."""

from torch import nn


def build():
    model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 4))
    return model, nn.BCEWithLogitsLoss()


def tags(outputs):
    best = outputs.argmax(dim=1)
    return nn.functional.one_hot(best, num_classes=4)
