"""MSELoss over padding or missing targets needs a selection, not zeros."""

import torch
from torch import nn

criterion = nn.MSELoss()
outputs = torch.tensor([1.0, 3.0, 5.0, 7.0, 9.0, 9.0], requires_grad=True)
target = torch.tensor([2.0, 4.0, 0.0, 0.0, 0.0, 0.0])
mask = torch.tensor([True, True, False, False, False, False])
missing = target.where(mask, torch.nan)


def show(loss):
    slope = torch.autograd.grad(loss, outputs)[0][0]
    print(f"loss {loss:.3f}, gradient {slope:.3f}")
    return loss


# Wrong: zeros for what is padded, and a mean over all.
wrong = show(criterion(outputs * mask, target * mask))
# > loss 0.333, gradient -0.333

# Right: only what has a target.
right = show(criterion(outputs[mask], target[mask]))
# > loss 1.000, gradient -1.000

# Missing targets as nan: a product with the mask does not help.
show(((outputs - missing).pow(2) * mask).sum() / mask.sum())
# > loss nan, gradient -1.000

# Where shapes must stay: fill first, then divide by the mask.
filled = missing.nan_to_num()
show(((outputs - filled).pow(2) * mask).sum() / mask.sum())
# > loss 1.000, gradient -1.000

# Notice it: the check is False for the mean over all, then True.
for loss in wrong, right:
    print(torch.allclose(loss, (outputs - target)[mask].pow(2).mean()))
# > False
# > True
