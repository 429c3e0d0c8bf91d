"""One batch shows a softmax before CrossEntropyLoss."""

import torch
from check_pairing import check_pairing  # the file on this page
from torch import nn

model = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))
criterion = nn.CrossEntropyLoss()
inputs, targets = torch.randn(32, 8), torch.arange(32) % 4

for finding in check_pairing(model, criterion, inputs, targets):
    print(finding)
# > warning: CrossEntropyLoss takes raw outputs, not a softmax's. (double-softmax: 1)
# >   fix: Remove the softmax; use it to predict only.
# >   see: activations-and-losses/checker/#double-softmax

# Right: the same without the softmax.
assert check_pairing(model[0], criterion, inputs, targets) == []
