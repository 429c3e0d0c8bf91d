"""A loss is divided by its samples once."""

import torch

x = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
y = 2 * x


def gradient(reduce, x, y):
    weight = torch.zeros(1, requires_grad=True)
    loss = (x * weight - y) ** 2
    (slope,) = torch.autograd.grad(reduce(loss, x), weight)
    return slope


def compare(reduce):  # a batch, and the same samples twice
    once = gradient(reduce, x, y)
    twice = gradient(reduce, torch.cat([x, x]), torch.cat([y, y]))
    print(f"{once.item():.2f} {twice.item():.2f}")
    return once, twice


# Wrong: divided twice, or not at all, it depends on the batch size.
compare(lambda loss, x: loss.mean() / len(x))
# > -7.50 -3.75
wrong = compare(lambda loss, x: loss.sum())
# > -120.00 -240.00

# Right: divided once.
compare(lambda loss, x: loss.mean())
# > -30.00 -30.00
right = compare(lambda loss, x: loss.sum() / len(x))
# > -30.00 -30.00

# Notice it: False for the sum, True for the mean.
for once, twice in wrong, right:
    print(torch.allclose(twice, once))
# > False
# > True
