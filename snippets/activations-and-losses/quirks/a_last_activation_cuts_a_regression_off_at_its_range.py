"""A last activation cuts a regression off at the ends of its range."""

import torch
from torch import nn

inputs, target = torch.tensor([[-2, -1, 1, 2], [-6, -3, 3, 6.0]])


def train(activation, criterion, start=1.0):
    weights = torch.tensor([start, 0.0], requires_grad=True)
    for _ in range(40):
        predictions = activation(weights[0] * inputs + weights[1])
        loss = criterion(predictions, target)
        weights = weights - 0.1 * torch.autograd.grad(loss, weights)[0]
    print(*(f"{p:.2f}" for p in predictions), f"loss {loss:.2f}")


# Wrong: Sigmoid, Tanh, LogSigmoid and ReLU for -6, -3, 3 and 6.
train(nn.Sigmoid(), nn.MSELoss())
# > 0.00 0.05 0.93 1.00 loss 18.67
train(nn.Tanh(), nn.L1Loss())
# > -1.00 -0.92 0.92 1.00 loss 3.54
train(nn.LogSigmoid(), nn.SmoothL1Loss())
# > -5.85 -3.26 -0.12 -0.01 loss 2.04
train(nn.ReLU(), nn.HuberLoss())
# > 0.00 0.00 3.31 5.79 loss 2.02
train(nn.ReLU(), nn.HuberLoss(), start=-1.0)
# > 0.00 0.00 0.00 0.00 loss 4.00

# Right: the model ends in its linear layer.
for criterion in nn.L1Loss(), nn.HuberLoss():
    train(nn.Identity(), criterion, start=-1.0)
# > -6.10 -3.05 3.05 6.10 loss 0.08
# > -5.99 -2.99 2.99 5.99 loss 0.00

# Notice it: False for Sigmoid, which stops at 1; True without it.
for activation in nn.Sigmoid(), nn.Identity():
    print(bool((activation(1e4 * target).abs() >= target.abs()).all()))
# > False
# > True
