"""A bool mask is no target for a binary loss, which subtracts it."""

import torch
from torch import nn

logits = torch.tensor([[2.0, -1.0], [-3.0, 1.0]])
probabilities = logits.sigmoid()
mask = torch.tensor([[True, False], [False, True]])
criteria = (
    (nn.BCEWithLogitsLoss(), logits),
    (nn.L1Loss(), probabilities),
    (nn.BCELoss(), probabilities),
)

# Wrong: the mask as it is.
for criterion, outputs in criteria:
    try:
        print(f"{criterion(outputs, mask):.4f}")
    except RuntimeError as error:
        print(error)
# > Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# > Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# > Found dtype Bool but expected Float

# Right: 0.0 and 1.0.
for criterion, outputs in criteria:
    print(f"{criterion(outputs, mask.float()):.4f}")
# > 0.2005
# > 0.1761
# > 0.2005

# Notice it: the check is False for the mask, True for floats.
for target in mask, mask.float():
    print(target.dtype == logits.dtype)
# > False
# > True
