"""BCELoss refuses inputs and targets outside 0 and 1, and nan."""

import math

import torch
from torch import nn

criterion = nn.BCELoss()

# A logit, a nan, and a mask with 255 for the foreground.
for value, label in ((2.0, 1.0), (math.nan, 1.0), (0.5, 255.0)):
    try:
        criterion(torch.tensor([value]), torch.tensor([label]))
    except RuntimeError as error:
        print(f"{value} against {label}: {error}")
# > 2.0 against 1.0: all elements of input should be between 0 and 1
# > nan against 1.0: all elements of input should be between 0 and 1
# > 0.5 against 255.0: all elements of target should be between 0 and 1

# Right: logits go into the fused loss.
loss = nn.BCEWithLogitsLoss()(torch.tensor([2.0]), torch.tensor([1.0]))
print(f"{loss:.4f}")
# > 0.1269
