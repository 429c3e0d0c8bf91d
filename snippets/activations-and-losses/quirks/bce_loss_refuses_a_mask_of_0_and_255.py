"""BCELoss refuses a mask that says 255 for true."""

import torch
from torch import nn

criterion = nn.BCELoss()
probabilities = torch.tensor([0.9, 0.2])
mask = torch.tensor([255.0, 0.0])  # white and black, as an image has them

# Wrong: the grey values as they came.
try:
    criterion(probabilities, mask)
except RuntimeError as error:
    print(error)
# > all elements of target should be between 0 and 1

# Right: one for white and zero for black.
print(f"loss {criterion(probabilities, mask / 255):.4f}")
# > loss 0.1643

# The loss on logits does not look, and goes far below zero.
unchecked = nn.BCEWithLogitsLoss()
print(f"loss {unchecked(probabilities.logit(), mask):.2f}")
# > loss -278.88

# Notice it: the check is False for 255, True for 1.
for target in mask, mask / 255:
    print(bool(target.min() >= 0 and target.max() <= 1))
# > False
# > True
