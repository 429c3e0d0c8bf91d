"""A last activation cuts a regression off at the ends of its range."""

import torch
from torch import nn

inputs = torch.tensor([[-2.0], [-1.0], [1.0], [2.0]])
target = 3 * inputs


def train(activation, criterion, start=1.0):
    weights = torch.tensor([start, 0.0], requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=0.1)
    for _ in range(40):
        predictions = activation(weights[0] * inputs + weights[1])
        loss = criterion(predictions, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(*(f"{p:.2f}" for p in predictions[:, 0]), f"loss {loss:.2f}")


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
for loss in nn.MSELoss, nn.L1Loss, nn.SmoothL1Loss, nn.HuberLoss:
    train(nn.Identity(), loss(), start=-1.0)
# > -6.00 -3.00 3.00 6.00 loss 0.00
# > -6.10 -3.05 3.05 6.10 loss 0.08
# > -5.99 -2.99 2.99 5.99 loss 0.00
# > -5.99 -2.99 2.99 5.99 loss 0.00
