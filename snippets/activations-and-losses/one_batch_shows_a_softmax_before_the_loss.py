"""One batch shows a softmax before CrossEntropyLoss."""

import torch
from check_pairing import check_pairing  # the file on this page
from torch import nn

model = nn.Sequential(nn.Linear(8, 4), nn.Softmax(dim=1))
criterion = nn.CrossEntropyLoss()
inputs, targets = torch.randn(32, 8), torch.arange(32) % 4

for finding in check_pairing(model, criterion, inputs, targets):
    print(finding)
# > warning: CrossEntropyLoss wants raw numbers (logits), and the outputs have been through a softmax. (double-softmax: 1)
# >   fix: Take it out of the model, and use it to predict only.
# >   see: activations-and-losses/quirks/a_softmax_before_cross_entropy_hides_behind_its_floor/

# Right: the same without the softmax.
assert check_pairing(model[0], criterion, inputs, targets) == []
