"""A summed loss makes SGD diverge at the learning rate of the mean."""

import torch
from torch import nn


def train(reduction, optimizer, lr):
    x = torch.linspace(-1, 1, 64)  # a batch of 64
    weight = torch.tensor(0.0, requires_grad=True)  # should become 3
    optimizer = optimizer([weight], lr=lr)
    slopes = []
    for _ in range(20):
        optimizer.zero_grad()
        nn.MSELoss(reduction=reduction)(weight * x, 3 * x).backward()
        slopes.append(weight.grad.item())
        optimizer.step()
    print(f"{reduction}: gradient {slopes[0]:.2f}, weight {weight:.3g}")
    return slopes


train("mean", torch.optim.SGD, lr=0.1)
# > mean: gradient -2.06, weight 2.28
train("mean", torch.optim.Adam, lr=0.1)
# > mean: gradient -2.06, weight 1.88
train("sum", torch.optim.Adam, lr=0.1)
# > sum: gradient -132.06, weight 1.88

# Wrong: a sum, at the learning rate of the mean.
wrong = train("sum", torch.optim.SGD, lr=0.1)
# > sum: gradient -132.06, weight -1.29e+11

# Right: a learning rate for the size of the batch.
right = train("sum", torch.optim.SGD, lr=0.1 / 64)
# > sum: gradient -132.06, weight 2.28

# Notice it: the check is False where SGD diverges, True where it learns.
for slopes in wrong, right:
    print(abs(slopes[-1]) < abs(slopes[0]))
# > False
# > True
