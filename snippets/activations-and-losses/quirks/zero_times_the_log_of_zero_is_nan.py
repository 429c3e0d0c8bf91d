"""An entropy by hand is nan as soon as one probability is 0."""

import torch
from torch.distributions import Categorical, kl_divergence

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
log_p = logits.log_softmax(dim=-1).masked_fill(logits == -torch.inf, 0.0)
show(-(logits.softmax(dim=-1) * log_p).sum(dim=-1))
# > 0.6931 finite slope: True

# From probabilities: the value is right, and the slope is not finite.
show(torch.special.entr(logits.softmax(dim=-1)).sum(dim=-1))
# > 0.6931 finite slope: False

# A divergence of two masked distributions, with -inf and with -1e9.
for fill in -torch.inf, -1e9:
    new = logits.masked_fill(logits == -torch.inf, fill)
    old = Categorical(logits=new.detach() + torch.arange(3))
    show(kl_divergence(Categorical(logits=new), old))
# > 0.1201 finite slope: False
# > 0.1201 finite slope: True
