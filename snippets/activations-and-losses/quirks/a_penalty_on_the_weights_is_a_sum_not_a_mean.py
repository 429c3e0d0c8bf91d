"""A penalty on the weights is a sum, not a mean."""

import torch

lam = 0.01
weight = torch.ones(1000, requires_grad=True)


def pull_of(penalty):
    (pull,) = torch.autograd.grad(penalty(), weight)
    print(f"lam {lam}: {pull[0]:.5f}")
    return pull


# Wrong: the mean divides the pull by the number of weights.
wrong = pull_of(lambda: lam * weight.pow(2).mean())
# > lam 0.01: 0.00002

# Right: the sum pulls at each weight by 2 * lam * weight.
right = pull_of(lambda: lam * weight.pow(2).sum())
# > lam 0.01: 0.02000

# SGD does the same with a weight_decay of 2 * lam.
kept = torch.ones(1000, requires_grad=True)
kept.grad = torch.zeros(1000)
torch.optim.SGD([kept], lr=1.0, weight_decay=2 * lam).step()
print(f"weight_decay {2 * lam}: {1 - kept[0]:.5f}")
# > weight_decay 0.02: 0.02000

# A norm written by hand has the gradient nan at 0.
zero = torch.zeros(1, requires_grad=True)
print(torch.autograd.grad(zero.pow(2).sum().sqrt(), zero)[0].item())
# > nan

# Notice it: False for the mean, True for the sum.
for pull in wrong, right:
    print(torch.allclose(pull, 2 * lam * weight))
# > False
# > True
