"""A temperature moves the confidence and leaves the class as it is."""

import math

import torch
from torch import nn

logits = torch.tensor([[4.0, 0.0], [4.0, 0.0], [0.0, 4.0], [4.0, 0.0]])
target = torch.tensor([0, 0, 1, 1])  # the last one is a mistake
criterion = nn.CrossEntropyLoss()

# Three right in four: the odds are 3, so 4 / T should be log(3).
best = 4 / math.log(3)
for temperature in (1.0, 3.0, best, 4.5, 10.0):
    scaled = logits / temperature
    confidence, predicted = scaled.softmax(dim=1).max(dim=1)
    accuracy = (predicted == target).float().mean()
    loss = criterion(scaled, target)
    print(f"T = {temperature:.2f}: accuracy {accuracy:.2f}")
    print(f"  confidence {confidence.mean():.2f}, loss {loss:.3f}")
# > T = 1.00: accuracy 0.75
# >   confidence 0.98, loss 1.018
# > T = 3.00: accuracy 0.75
# >   confidence 0.79, loss 0.567
# > T = 3.64: accuracy 0.75
# >   confidence 0.75, loss 0.562
# > T = 4.50: accuracy 0.75
# >   confidence 0.71, loss 0.567
# > T = 10.00: accuracy 0.75
# >   confidence 0.60, loss 0.613
