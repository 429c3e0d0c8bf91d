"""At the default tau, gumbel_softmax is far from a choice of one class."""

import torch
from torch.nn import functional as F

torch.manual_seed(0)
logits = torch.zeros(2000, 5, requires_grad=True)


def show(drawn):
    slopes = torch.autograd.grad(drawn[:, 0].sum(), logits)[0]
    print(f"largest share {drawn.amax(dim=1).mean():.2f}", end=", ")
    print(f"largest slope {slopes.max():.2f}")
    torch.manual_seed(0)  # the same noise for the next


# Wrong: a mixture, used as if it were a choice.
wrong = F.gumbel_softmax(logits)
show(wrong)
# > largest share 0.56, largest slope 0.25

# Right: a smaller tau.
right = F.gumbel_softmax(logits, tau=0.1)
show(right)
# > largest share 0.94, largest slope 2.50
# Right, too: one-hot going forward, with the slopes of the mixture.
show(F.gumbel_softmax(logits, hard=True))
# > largest share 1.00, largest slope 0.25

# At 0 it is nan, and below 0 nothing is refused either.
show(F.gumbel_softmax(logits, tau=0.0))
# > largest share nan, largest slope nan
show(F.gumbel_softmax(logits, tau=-1.0))
# > largest share 0.45, largest slope 0.22

# Notice it: the check is False for a mixture, True for a choice.
for drawn in wrong, right:
    print(bool(drawn.amax(dim=1).mean() > 0.9))
# > False
# > True
