"""A pos_weight is a tensor, and a number is refused."""

import torch
from torch import nn
from torch.nn import functional as F

logits = torch.tensor([[1.0], [-1.0], [-2.0], [-3.0]])
target = torch.tensor([[1.0], [0.0], [0.0], [0.0]])
ratio = 3.0  # three negatives for each positive

# Wrong: a number, for the class and for the function.
for criterion in (
    lambda: nn.BCEWithLogitsLoss(pos_weight=ratio)(logits, target),
    lambda: F.binary_cross_entropy_with_logits(
        logits, target, pos_weight=ratio
    ),
):
    try:
        print(f"{criterion():.4f}")
    except TypeError as error:
        print(error)
# > cannot assign 'float' object to buffer 'pos_weight' (torch Tensor or None required)
# > binary_cross_entropy_with_logits(): argument 'pos_weight' (position 4) must be Tensor, not float

# Right: a tensor, which counts each positive three times.
pos_weight = torch.tensor([ratio])
criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight)
print(f"{criterion(logits, target):.4f}")
# > 0.3571
print(f"without {nn.BCEWithLogitsLoss()(logits, target):.4f}")
# > without 0.2005

# Notice it: the check is False for the number, True for the tensor.
for pos_weight in ratio, torch.tensor([ratio]):
    print(torch.is_tensor(pos_weight))
# > False
# > True
