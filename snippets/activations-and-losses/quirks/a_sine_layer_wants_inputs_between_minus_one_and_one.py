"""A network of sines wants inputs from -1 to 1, and weights of its own."""

import torch
from torch import nn

pixels = torch.arange(256.0)[:, None]
x = pixels / 127.5 - 1
y = torch.sin(20 * x) * x


def fit(inputs, bound):
    torch.manual_seed(0)
    one, two, last = nn.Linear(1, 64), nn.Linear(64, 64), nn.Linear(64, 1)
    nn.init.uniform_(one.weight, -1, 1)
    nn.init.uniform_(two.weight, -bound, bound)
    weights = [*one.parameters(), *two.parameters(), *last.parameters()]
    optimizer = torch.optim.Adam(weights, lr=1e-3)
    for _ in range(300):
        outputs = last(torch.sin(30 * two(torch.sin(30 * one(inputs)))))
        errors = (outputs - y).square()
        optimizer.zero_grad()
        errors[::2].mean().backward()  # every second point
        optimizer.step()
    between = errors[1::2].mean()
    print(f"learned between: {(between < 0.2 * y.var()).item()}")


# Wrong: positions in pixels; then, the default weights of nn.Linear.
inputs = pixels
fit(inputs, bound=(6 / 64) ** 0.5 / 30)
# > learned between: False
fit(pixels / 127.5 - 1, bound=1 / 64**0.5)
# > learned between: False

# Right: positions from -1 to 1, and the second layer with small weights.
inputs = pixels / 127.5 - 1
fit(inputs, bound=(6 / 64) ** 0.5 / 30)
# > learned between: True
