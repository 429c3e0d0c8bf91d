"""A penalty on the weights is a sum, not a mean."""

import torch
from torch import nn

lam = 0.01
model = nn.Linear(1000, 1, bias=False)
weight = nn.init.ones_(model.weight)


def show(penalty):
    (pull,) = torch.autograd.grad(lam * penalty, weight)
    print(f"lam {lam}: {pull[0, 0]:.5f}")
    print(torch.allclose(pull, 2 * lam * weight))  # Notice it


# Wrong: the mean divides the pull by the number of weights.
penalty = sum(p.pow(2).mean() for p in model.parameters())
show(penalty)
# > lam 0.01: 0.00002
# > False

# Right: the sum pulls at each weight by 2 * lam * weight.
penalty = sum(p.pow(2).sum() for p in model.parameters())
show(penalty)
# > lam 0.01: 0.02000
# > True

# SGD does the same with a weight_decay of 2 * lam.
weight.grad = torch.zeros_like(weight)
torch.optim.SGD([weight], lr=1.0, weight_decay=2 * lam).step()
print(f"weight_decay {2 * lam}: {1 - weight[0, 0]:.5f}")
# > weight_decay 0.02: 0.02000

# A norm written by hand has the gradient nan at 0.
zero = torch.zeros(1, requires_grad=True)
print(torch.autograd.grad(zero.pow(2).sum().sqrt(), zero)[0].item())
# > nan
