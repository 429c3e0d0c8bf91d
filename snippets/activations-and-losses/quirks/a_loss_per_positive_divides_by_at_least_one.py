"""A loss per positive divides by at least one."""

import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, -2.0, -1.0], [-3.0, 1.0, -2.0]])
target = torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]])  # none in one
each = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
images = list(zip(each, target, strict=True))

# Wrong: divided by 0 positives, or an image without any left out.
for loss, labels in images:
    print(f"image costs {loss.sum() / labels.sum():.4f}")
# > image costs 0.5671
# > image costs inf
for loss, labels in images:
    print(f"{loss.sum() / labels.sum() if labels.any() else 0:.4f}")
# > 0.5671
# > 0.0000
try:
    loss.sum().item() / labels.sum().item()
except ZeroDivisionError as error:
    print(error)
# > float division by zero

# Right: divided by 1 if there are none.
for loss, labels in images:
    print(f"image costs {loss.sum() / labels.sum().clamp(min=1):.4f}")
# > image costs 0.5671
# > image costs 1.4888

# Notice it: False for a division by 0, True for one by at least 1.
for loss in 2.0 / labels.sum(), 2.0 / labels.sum().clamp(min=1):
    print(loss.isfinite().item())
# > False
# > True
