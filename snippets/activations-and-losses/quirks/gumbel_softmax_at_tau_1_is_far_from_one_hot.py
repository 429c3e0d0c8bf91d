"""At the default tau, gumbel_softmax is far from a choice of one class."""

import torch
from torch.nn import functional as F

logits = torch.zeros(2000, 5)


def show(**options):
    torch.manual_seed(0)
    drawn = F.gumbel_softmax(logits, **options)
    largest = drawn.max(dim=1).values.mean()
    print(f"largest share {largest:.2f}", options)
    return drawn


# Wrong: a mixture, used as if it were a choice.
wrong = show()
# > largest share 0.56 {}

# Right: a smaller tau, or a choice in the forward pass.
right = show(tau=0.1)
# > largest share 0.94 {'tau': 0.1}
show(tau=1.0, hard=True)
# > largest share 1.00 {'tau': 1.0, 'hard': True}

# The slope of a drawn share grows as tau gets smaller.
for tau in 1.0, 0.1, 0.01:
    torch.manual_seed(0)
    inputs = logits.clone().requires_grad_()
    F.gumbel_softmax(inputs, tau=tau)[:, 0].sum().backward()
    print(f"tau {tau}: largest slope {inputs.grad.max():.2f}")
# > tau 1.0: largest slope 0.25
# > tau 0.1: largest slope 2.50
# > tau 0.01: largest slope 24.83

# At 0 it is nan, and below 0 nothing is refused either.
show(tau=0.0)
# > largest share nan {'tau': 0.0}
show(tau=-1.0)
# > largest share 0.45 {'tau': -1.0}

# Notice it: the check is False for a mixture, True for a choice.
for drawn in wrong, right:
    print(bool(drawn.max(dim=1).values.mean() > 0.9))
# > False
# > True
