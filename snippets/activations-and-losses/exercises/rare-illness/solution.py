"""pos_weight is the number of negatives for each positive."""

from torch import nn


def criterion_for(labels):
    ill = labels.sum()
    healthy = len(labels) - ill
    return nn.BCEWithLogitsLoss(pos_weight=healthy / ill)
