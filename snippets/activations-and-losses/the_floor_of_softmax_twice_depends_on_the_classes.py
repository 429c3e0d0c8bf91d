"""The floor of a double softmax is log(e + C - 1) - 1 for C classes."""

import math

import torch
from torch import nn

for classes in (2, 3, 10):
    certain = torch.zeros(1, classes)
    certain[0, 0] = 100.0  # the best that a network can say
    probabilities = certain.softmax(dim=1)
    loss = nn.CrossEntropyLoss()(probabilities, torch.tensor([0]))
    formula = math.log(math.e + classes - 1) - 1
    print(f"C = {classes}: loss {loss:.3f}, formula {formula:.3f}")
# > C = 2: loss 0.313, formula 0.313
# > C = 3: loss 0.551, formula 0.551
# > C = 10: loss 1.461, formula 1.461
