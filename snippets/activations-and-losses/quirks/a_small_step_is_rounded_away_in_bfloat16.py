"""A step below half the distance of two numbers changes no weight."""

import torch
from torch import nn


def train(dtype):
    weight = nn.Parameter(torch.ones(1).to(dtype))
    optimizer = torch.optim.SGD([weight], lr=0.001)
    for _ in range(100):
        loss = weight.sum()  # its slope is 1
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"after 100 steps: {weight.item():.3f}")
    return weight


# Wrong: the weights are bfloat16.
dtype = torch.bfloat16
wrong = train(dtype)
# > after 100 steps: 1.000

# Right: the weights are float32, and autocast computes in bfloat16.
dtype = torch.float32
right = train(dtype)
# > after 100 steps: 0.900

# The next numbers below 1, in both types.
for dtype in torch.bfloat16, torch.float32:
    print(f"1 - {torch.finfo(dtype).eps / 2:.2g}")
# > 1 - 0.0039
# > 1 - 6e-08

# Notice it: False where nothing moved, True where it did.
for weight in wrong, right:
    print(bool(weight != 1))
# > False
# > True
