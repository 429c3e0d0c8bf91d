"""One in twenty is ill, so an ill patient counts twenty times."""

from torch import nn


def criterion_for(labels):
    share = labels.mean()
    return nn.BCEWithLogitsLoss(pos_weight=1 / share)
