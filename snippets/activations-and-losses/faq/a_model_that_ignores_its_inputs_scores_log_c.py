"""A model that says nothing scores log(C): 0.69 for two classes."""

import math

import torch
from torch import nn

for classes in (2, 10, 100):
    logits = torch.zeros(4, classes)  # the same for every sample and class
    target = torch.arange(4) % classes
    loss = nn.CrossEntropyLoss()(logits, target)
    print(f"{classes} classes: {loss:.2f}, log(C) {math.log(classes):.2f}")
# > 2 classes: 0.69, log(C) 0.69
# > 10 classes: 2.30, log(C) 2.30
# > 100 classes: 4.61, log(C) 4.61

loss = nn.BCEWithLogitsLoss()(torch.tensor([0.0]), torch.tensor([1.0]))
print(f"one logit: {loss:.2f}")
# > one logit: 0.69
