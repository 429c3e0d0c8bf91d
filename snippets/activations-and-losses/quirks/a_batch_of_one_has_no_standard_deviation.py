"""A batch of one has no standard deviation, and no batch has no mean."""

import warnings

import torch
from torch.nn import functional as F


def normalise(x, **options):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        out = (x - x.mean()) / (x.std(**options) + 1e-3)
    print(out.tolist(), *[str(w.message).split(". ")[0] for w in caught])
    return out


# Wrong: the last batch of an epoch has one sample.
wrong = normalise(torch.tensor([2.0]))
# > [nan] std(): degrees of freedom is <= 0

# Right: divide by N in place of N - 1.
right = normalise(torch.tensor([2.0]), correction=0)
# > [0.0]

# A selection without a member: the mean of nothing is nan, too.
losses = torch.tensor([1.0, 4.0])
none = losses[losses > 9]
print(none.mean().item(), (none.sum() / max(len(none), 1)).item())
# > nan 0.0

# A correlation with a constant: 0 by 0, and F has a limit for that.
x, y = torch.zeros(3), torch.tensor([-1.0, 0.0, 1.0])
print((x @ y / x.norm()).item(), F.cosine_similarity(x, y, dim=0).item())
# > nan 0.0

# Notice it: the check is False for N - 1, True for N.
for advantages in wrong, right:
    print(advantages.isfinite().all().item())
# > False
# > True
