"""Behind a sigmoid all weights of a unit move in the same direction."""

import torch
from torch import nn

signal = torch.tensor([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
target = torch.tensor(1.0)

for activation in (torch.sigmoid, torch.tanh):
    hidden = activation(signal)
    low, high = hidden.min(), hidden.max()
    print(f"{activation.__name__}: from {low:.2f} to {high:.2f}")

    # One step of the next unit, for the second sample.
    weight = torch.zeros(2, requires_grad=True)
    nn.MSELoss()(hidden[1] @ weight, target).backward()
    print("  gradients", " ".join(f"{g:.4f}" for g in weight.grad))

    # How much steeper the squared error is in its steepest direction.
    flat, steep = torch.linalg.eigvalsh(hidden.T @ hidden / len(hidden))
    print(f"  curvature {flat:.4f} to {steep:.4f}: {steep / flat:.1f} x")

    z = torch.tensor(0.0, requires_grad=True)
    activation(z).backward()
    print(f"  slope at 0: {z.grad:.2f}")
# > sigmoid: from 0.27 to 0.73
# >   gradients -1.4621 -0.5379
# >   curvature 0.0534 to 0.5534: 10.4 x
# >   slope at 0: 0.25
# > tanh: from -0.76 to 0.76
# >   gradients -1.5232 1.5232
# >   curvature 0.5800 to 0.5800: 1.0 x
# >   slope at 0: 1.00
