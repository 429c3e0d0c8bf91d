"""GaussianNLLLoss refuses a variance below zero; softplus prevents it."""

import torch
from torch import nn
from torch.nn import functional as F

criterion = nn.GaussianNLLLoss()
mean, target = torch.zeros(3, 1), torch.tensor([[0.5], [1.0], [-1.0]])
raw = torch.tensor([[0.8], [2.0], [-0.3]])  # from a last linear layer

# Wrong: the output of the layer is taken for the variance.
try:
    var = raw
    print(f"loss {criterion(mean, target, var):.4f}")
except ValueError as error:
    print(error)
# > var has negative entry/entries

# Right: made positive first.
var = F.softplus(raw)
print(f"loss {criterion(mean, target, var):.4f}")
# > loss 0.4684

# If the layer gives the logarithm of the variance:
print(f"loss {criterion(mean, target, raw.exp()):.4f}")
# > loss 0.6829

# A zero counts as the very small eps, and nan is not refused.
for var in torch.zeros(3, 1), torch.full((3, 1), torch.nan):
    print(f"loss {criterion(mean, target, var):.0f}")
# > loss 374993
# > loss nan

# Notice it: False for the raw output, True after softplus.
for var in raw, F.softplus(raw):
    print(var.min().item() > 0)
# > False
# > True
