"""A small binary loss over many classes says little about the model."""

import math

import torch
from torch import nn

for classes in (10, 100, 1000):
    labels = torch.arange(classes)  # one sample of each class
    one_hot = torch.eye(classes)
    # The best that the same logit for every class can do.
    logits = torch.full((classes, classes), -math.log(classes - 1))

    each = nn.BCEWithLogitsLoss(reduction="none")(logits, one_hot)
    per_sample = each.sum(dim=1).mean()
    print(f"{classes} classes: {each.mean():.4f}", end=", ")
    print(f"per sample {per_sample:.2f}", end=", ")
    print(f"cross-entropy {nn.CrossEntropyLoss()(logits, labels):.2f}")
# > 10 classes: 0.3251, per sample 3.25, cross-entropy 2.30
# > 100 classes: 0.0560, per sample 5.60, cross-entropy 4.61
# > 1000 classes: 0.0079, per sample 7.91, cross-entropy 6.91
