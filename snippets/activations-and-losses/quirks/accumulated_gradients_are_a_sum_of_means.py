"""Gradients of micro-batches add up to a sum of means, not to a mean."""

import torch
from torch import nn

inputs = torch.tensor([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0], [1.0, 1.0]])
target = torch.tensor([0, 1, 1, -100])  # -100 is padding, not counted
criterion = nn.CrossEntropyLoss()
total = (target != -100).sum()


def accumulate(backward, size=2):
    model = nn.Linear(2, 2, bias=False)
    nn.init.eye_(model.weight)
    for x, y in zip(inputs.split(size), target.split(size), strict=True):
        backward(criterion(model(x), y), (y != -100).sum())
    gradient = model.weight.grad
    print(f"{gradient[0, 0]:.3f} {gradient[0, 1]:.3f}")
    return gradient


whole = accumulate(lambda loss, n: loss.backward(), 4)
# > 0.398 0.291

# Wrong: not divided, or divided by the number of micro-batches.
plain = accumulate(lambda loss, n: loss.backward())
# > 0.597 0.508
halves = accumulate(lambda loss, n: (loss / 2).backward())
# > 0.298 0.254

# Right: each loss counts by its share of the labels.
parts = accumulate(lambda loss, n: (loss * n / total).backward())
# > 0.398 0.291

# Notice it: the check is False for both of the wrong, True for the right.
for gradient in plain, halves, parts:
    print(torch.allclose(gradient, whole))
# > False
# > False
# > True
