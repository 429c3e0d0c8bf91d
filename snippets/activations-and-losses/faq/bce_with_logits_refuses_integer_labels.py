"""BCEWithLogitsLoss refuses integer and boolean labels; it wants floats."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
logits = torch.tensor([2.0, -1.0, 0.0])
labels = torch.tensor([1, 0, 1])

for dtype in (torch.int64, torch.bool):
    try:
        criterion(logits, labels.to(dtype))
    except RuntimeError as error:
        print(f"{dtype}: {error}")
# > torch.int64: result type Float can't be cast to the desired output type Long
# > torch.bool: Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.

# Right: floats, 0.0 and 1.0.
print(f"{criterion(logits, labels.float()):.4f}")
# > 0.3778
