"""MSELoss over padding or missing targets needs a selection, not zeros."""

import torch
from torch import nn

criterion = nn.MSELoss()
outputs = torch.arange(1.0, 7.0, requires_grad=True)
target = nn.functional.pad(torch.tensor([2.0, 1.0]), (0, 4))
mask = torch.tensor([True, True, False, False, False, False])
missing = target.where(mask, torch.nan)


def report(loss):
    slope = torch.autograd.grad(loss, outputs)[0][0]
    print(f"loss {loss:.3f}, gradient {slope:.3f}")
    # Notice it: False for the mean over all, True for that of the targets.
    print(torch.allclose(loss, (outputs - target)[mask].pow(2).mean()))


# Wrong: zeros for what is padded, and a mean over all.
loss = criterion(outputs * mask, target * mask)
report(loss)
# > loss 0.333, gradient -0.333
# > False

# Right: only what has a target.
loss = criterion(outputs[mask], target[mask])
report(loss)
# > loss 1.000, gradient -1.000
# > True

# Where shapes must stay: nan is not masked by a product, so fill it first.
for values in missing, missing.nan_to_num():
    report(((outputs - values).pow(2) * mask).sum() / mask.sum())
# > loss nan, gradient -1.000
# > False
# > loss 1.000, gradient -1.000
# > True
