"""A loss is known by what it calls, however it is written."""

from functools import partial

import torch
from check_pairing import check_pairing  # the file on this page
from torch import nn
from torch.nn import functional as F

model = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))
inputs, targets = torch.randn(32, 8), torch.arange(32) % 4


def focal(outputs, targets):
    each = F.cross_entropy(outputs, targets, reduction="none")
    return ((1 - torch.exp(-each)) ** 2 * each).mean()


def by_hand(outputs, targets):
    logs = outputs.log_softmax(dim=1)
    return -logs[torch.arange(32), targets].mean()


smooth = partial(F.cross_entropy, label_smoothing=0.1)
for criterion in (smooth, focal, by_hand):
    for finding in check_pairing(model, criterion, inputs, targets):
        print(finding.severity, finding.check)
# > warning double-softmax
# > warning double-softmax
# > warning double-softmax
# > note general-only
