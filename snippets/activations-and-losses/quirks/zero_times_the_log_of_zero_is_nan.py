"""An entropy by hand is nan as soon as one probability is 0."""

import torch
from torch.distributions import Categorical

logits = torch.tensor([1.0, 1.0, -torch.inf], requires_grad=True)


def show(entropy):
    (slope,) = torch.autograd.grad(entropy, logits)
    print(f"{entropy:.4f}", "finite slope:", slope.isfinite().all().item())


# Wrong: the masked action has p = 0, and 0 times -inf is nan.
p = logits.softmax(dim=-1)
entropy = -(p * p.log()).sum(dim=-1)
show(entropy)
# > nan finite slope: False

# Right: Categorical counts it as 0.
entropy = Categorical(logits=logits).entropy()
show(entropy)
# > 0.6931 finite slope: True

# By hand: 0 in the place of a log-probability of -inf.
log_p = logits.log_softmax(dim=-1)
kept = log_p.masked_fill(logits == -torch.inf, 0.0)
show(-(log_p.exp() * kept).sum(dim=-1))
# > 0.6931 finite slope: True

# From probabilities: the value is right, and the slope is not finite.
show(torch.special.entr(logits.softmax(dim=-1)).sum(dim=-1))
# > 0.6931 finite slope: False
