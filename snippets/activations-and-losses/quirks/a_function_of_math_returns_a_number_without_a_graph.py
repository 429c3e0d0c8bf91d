"""A function of math returns a plain number, and the gradient is lost."""

import math
import warnings

import torch

warnings.simplefilter("always")


def learn(weighted):
    s = torch.zeros(1, requires_grad=True)  # a learned log-variance
    optimizer = torch.optim.SGD([s], lr=0.1)
    for _ in range(200):
        loss = weighted(s)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss.item():.2g}, s {s.item():.2f}")


# Wrong: math.exp makes a number of s, and only the second s learns.
with warnings.catch_warnings(record=True) as caught:
    learn(lambda s: 4.0 * math.exp(-s) + s)
# > loss 1.8e+09, s -20.00
print(*{str(w.message).split("\n")[0] for w in caught}, sep="\n")
# > Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.

# Right: torch.exp returns a tensor that knows s.
learn(lambda s: 4.0 * torch.exp(-s) + s)
# > loss 2.4, s 1.39
