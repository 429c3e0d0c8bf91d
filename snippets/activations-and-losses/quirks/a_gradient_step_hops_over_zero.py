"""A gradient step with an L1 penalty hops over zero, to and fro."""

import torch
from torch import nn
from torch.nn.functional import mse_loss, softshrink

torch.manual_seed(0)
x = torch.randn(200, 10)
y = 3 * x[:, :1] - 2 * x[:, 1:2]  # two of ten features matter
lam, lr = 0.1, 0.01


def report(weight):
    zeros = (weight == 0).sum()
    print(f"zeros {zeros}, below 0.01: {(weight.abs() < 0.01).sum()}")


# Wrong: the penalty is part of the loss.
model = nn.Linear(10, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr)
for _ in range(1000):
    loss = mse_loss(model(x), y) + lam * model.weight.abs().sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
report(model.weight)
# > zeros 0, below 0.01: 8

# Right: after the step, each weight shrinks by lr * lam, at most to 0.
model = nn.Linear(10, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr)
for _ in range(1000):
    loss = mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        model.weight.copy_(softshrink(model.weight, lr * lam))
report(model.weight)
# > zeros 8, below 0.01: 8
