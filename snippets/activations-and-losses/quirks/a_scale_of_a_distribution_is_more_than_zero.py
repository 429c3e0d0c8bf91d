"""The scale of a distribution is above 0, and a raw output may not be."""

import torch
from torch.distributions import Normal
from torch.nn import functional as F

mean = torch.zeros(3)
raw = torch.tensor([0.5, -0.3, -300.0])  # as a linear layer returns it

# Wrong: the raw output as a standard deviation.
try:
    normal = Normal(mean, raw)
except ValueError as error:
    print(" ".join(str(error).split()))
# > Expected parameter scale (Tensor of shape (3,)) of distribution Normal(loc: torch.Size([3]), scale: torch.Size([3])) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values: tensor([ 0.5000, -0.3000, -300.0000])

# Right: positive, with a lower limit.
normal = Normal(mean, F.softplus(raw) + 1e-3)
print(f"loss {-normal.log_prob(mean).mean():.2f}")
# > loss -1.59

# exp, and softplus alone, become 0.
try:
    normal = Normal(mean, raw.exp())
except ValueError as error:
    print(" ".join(str(error).split()))
# > Expected parameter scale (Tensor of shape (3,)) of distribution Normal(loc: torch.Size([3]), scale: torch.Size([3])) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values: tensor([1.6487, 0.7408, 0.0000])

# A log with limits does not.
normal = Normal(mean, raw.clamp(-7, 2).exp())
print(f"loss {-normal.log_prob(mean).mean():.2f}")
# > loss -1.35

# Notice it: False for the raw output, True with the limit.
for scale in raw, F.softplus(raw) + 1e-3:
    print(bool((scale > 0).all()))
# > False
# > True
