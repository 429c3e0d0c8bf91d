"""A target that is given first takes BCEWithLogitsLoss below zero."""

import torch
from torch import nn

logits = torch.tensor([4.0, -3.0])
target = torch.tensor([1.0, 0.0])
criterion = nn.BCEWithLogitsLoss()

loss = criterion(target, logits)
print(f"loss {loss:.2f}")
# > loss -1.00

# Options:
print(f"logits first: loss {criterion(logits, target):.2f}")
# > logits first: loss 0.03
each = nn.BCEWithLogitsLoss(reduction="none")(target, logits)
print("price of each pair", *(f"{price:.2f}" for price in each))
# > price of each pair -2.69 0.69
try:
    nn.BCELoss()(target, logits)
except RuntimeError as error:
    print(f"BCELoss: {type(error).__name__}: {error}")
# > BCELoss: RuntimeError: all elements of target should be between 0 and 1
