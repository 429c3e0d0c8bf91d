"""A variance below eps counts as eps, and its gradient explodes."""

import torch
from torch import nn
from torch.nn.functional import softplus

mean, target = torch.tensor([0.0]), torch.tensor([1.0])


def show(criterion, variance):
    raw = torch.tensor([-10.0], requires_grad=True)
    used = variance(raw)
    used.retain_grad()
    (loss := criterion(mean, target, used)).backward()
    print(f"variance {used.item():.5f}: loss {loss:.4g}", end=", ")
    print(f"its gradient {used.grad.item():.1e}, raw {raw.grad.item():.1e}")
    return used


# Wrong: the default eps, and a variance that is next to 0.
wrong = show(nn.GaussianNLLLoss(eps=1e-6), softplus)
# > variance 0.00005: loss 1.101e+04, its gradient -2.4e+08, raw -1.1e+04
show(nn.GaussianNLLLoss(), torch.relu)
# > variance 0.00000: loss 5e+05, its gradient -5.0e+11, raw 0.0e+00

# Right: the model adds the smallest variance that you believe in.
right = show(nn.GaussianNLLLoss(), lambda raw: softplus(raw) + 0.01)
# > variance 0.01005: loss 47.47, its gradient -4.9e+03, raw -2.2e-01

# A larger eps bounds the loss. With none, a variance of 0 is nan.
show(nn.GaussianNLLLoss(eps=0.01), softplus)
# > variance 0.00005: loss 47.7, its gradient -5.0e+03, raw -2.2e-01
print(nn.GaussianNLLLoss(eps=0.0)(target, target, mean).item())
# > nan

# Notice it: the check is False at first, True with the smallest variance.
for variance in wrong, right:
    print(bool(variance.min() >= 0.01))
# > False
# > True
