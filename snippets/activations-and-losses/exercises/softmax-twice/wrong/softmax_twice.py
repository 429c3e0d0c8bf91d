"""The softmax only moved."""

from torch import nn


def build():
    model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))
    model.append(nn.Softmax(dim=-1))
    criterion = nn.CrossEntropyLoss(label_smoothing=0.0)
    return model, criterion
