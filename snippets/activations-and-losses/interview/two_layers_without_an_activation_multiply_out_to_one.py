"""Two layers without an activation multiply out to a single layer."""

import torch
from torch import nn

first, last = nn.Linear(1, 2), nn.Linear(2, 1)
with torch.no_grad():
    first.weight[:] = torch.tensor([[1.0], [-2.0]])
    first.bias[:] = torch.tensor([0.5, 1.5])
    last.weight[:] = torch.tensor([[3.0, 2.0]])
    last.bias[:] = -1.0

# W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2)
weight = (last.weight @ first.weight).item()
bias = (last.weight @ first.bias + last.bias).item()
print(f"multiplied out: {weight:.1f} x + {bias:.1f}")
# > multiplied out: -1.0 x + 3.5

x = torch.tensor([[-2.0], [0.0], [2.0]])
for activation in (nn.Identity(), nn.ReLU()):
    left, middle, right = nn.Sequential(first, activation, last)(x)
    bend = (left + right - 2 * middle).item()
    values = f"{left.item():.1f} {middle.item():.1f} {right.item():.1f}"
    print(f"{type(activation).__name__}: {values}, bend {bend:.1f}")
# > Identity: 5.5 3.5 1.5, bend 0.0
# > ReLU: 10.0 3.5 6.5, bend 9.5
