"""The fourth argument of gumbel_softmax is eps, which has no effect."""

import warnings

import torch
from torch.nn import functional as F

warnings.simplefilter("always")
logits = torch.zeros(2, 3)


def show(*arguments, **options):
    torch.manual_seed(0)
    with warnings.catch_warnings(record=True) as caught:
        y = F.gumbel_softmax(logits, *arguments, **options)
    print(f"column sums {[round(s, 2) for s in y.sum(dim=0).tolist()]}")
    for warning in caught:
        print(warning.message)


# Wrong: a dimension in the place of eps.
show(1.0, False, 0)
# > column sums [0.3, 0.78, 0.92]
# > `eps` parameter is deprecated and has no effect.

# Right: the dimension by its name, and no eps.
show(1.0, False, dim=0)
# > column sums [1.0, 1.0, 1.0]

# An eps changes nothing.
show()
# > column sums [0.3, 0.78, 0.92]
show(eps=0.5)
# > column sums [0.3, 0.78, 0.92]
# > `eps` parameter is deprecated and has no effect.
