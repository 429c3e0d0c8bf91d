"""A step below half the distance of two numbers changes no weight."""

import torch
from torch import nn


def train(model):
    nn.init.ones_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.001)
    for _ in range(100):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = model(torch.ones(1, 1)).sum()  # its slope is 1
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"after 100 steps: {model.weight.item():.3f}")
    return model.weight


# Wrong: the weights are bfloat16.
model = nn.Linear(1, 1, bias=False).bfloat16()
wrong = train(model)
# > after 100 steps: 1.000

# Right: the weights are float32, and autocast computes in bfloat16.
model = nn.Linear(1, 1, bias=False)
right = train(model)
# > after 100 steps: 0.900

# The next numbers below 1, in both types.
for dtype in torch.bfloat16, torch.float32:
    print(f"1 - {torch.finfo(dtype).eps / 2:.2g}")
# > 1 - 0.0039
# > 1 - 6e-08

# Notice it: False where nothing moved, True where it did.
for weight in wrong, right:
    print(bool((weight != 1).all()))
# > False
# > True
