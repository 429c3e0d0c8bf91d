"""The fourth argument of gumbel_softmax is eps, which has no effect."""

import warnings

import torch
from torch.nn import functional as F

warnings.simplefilter("always")
warnings.showwarning = lambda message, *rest: print(message)
logits = torch.zeros(2, 3)


def show(y):
    print(f"column sums {[round(s, 2) for s in y.sum(dim=0).tolist()]}")
    torch.manual_seed(0)  # the same noise for the next


# Wrong: a dimension in the place of eps.
torch.manual_seed(0)
y = F.gumbel_softmax(logits, 1.0, False, 0)
# > `eps` parameter is deprecated and has no effect.
show(y)
# > column sums [0.3, 0.78, 0.92]

# Right: the dimension by its name, and no eps.
y = F.gumbel_softmax(logits, 1.0, False, dim=0)
show(y)
# > column sums [1.0, 1.0, 1.0]

# An eps changes nothing.
show(F.gumbel_softmax(logits))
# > column sums [0.3, 0.78, 0.92]
show(F.gumbel_softmax(logits, eps=0.5))
# > `eps` parameter is deprecated and has no effect.
# > column sums [0.3, 0.78, 0.92]
