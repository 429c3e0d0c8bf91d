"""A summed loss makes SGD diverge at the learning rate of the mean."""

import torch
from torch import nn

inputs = torch.linspace(-1, 1, 64)  # a batch of 64
target = 3 * inputs


def train(reduction, optimizer, lr):
    weight = nn.Parameter(torch.tensor(0.0))  # should become 3
    optimizer = optimizer([weight], lr=lr)
    criterion = nn.MSELoss(reduction=reduction)
    for step in range(20):
        optimizer.zero_grad()
        criterion(weight * inputs, target).backward()
        if step == 0:
            first = weight.grad.item()
        optimizer.step()
    last = weight.item()
    print(f"{reduction}: gradient {first:.2f}, weight {last:.3g}")


train("mean", torch.optim.SGD, lr=0.1)
# > mean: gradient -2.06, weight 2.28

# Wrong: a sum, at the learning rate of the mean.
train("sum", torch.optim.SGD, lr=0.1)
# > sum: gradient -132.06, weight -1.29e+11

# Right: a learning rate for the size of the batch.
train("sum", torch.optim.SGD, lr=0.1 / 64)
# > sum: gradient -132.06, weight 2.28

# Adam divides the size of the gradient out.
train("mean", torch.optim.Adam, lr=0.1)
# > mean: gradient -2.06, weight 1.88
train("sum", torch.optim.Adam, lr=0.1)
# > sum: gradient -132.06, weight 1.88
