"""Hardsigmoid has a slope of one sixth, and elsewhere one of a fifth."""

import torch
from torch import nn

x = torch.tensor([-3.0, -1.0, 0.0, 1.0, 3.0])
hardsigmoid = nn.Hardsigmoid()


def elsewhere(x):  # ONNX by default, and TensorFlow before Keras 3
    return (0.2 * x + 0.5).clamp(0, 1)


def show(ported):
    print("here     ", *(f"{v:.4f}" for v in ported(x)))
    print("elsewhere", *(f"{v:.4f}" for v in elsewhere(x)))
    grid = torch.linspace(-4, 4, 801)
    gap = (ported(grid) - elsewhere(grid)).abs().max()
    print(f"largest difference {gap:.4f}")


# Wrong: the layer of the same name.
show(lambda x: hardsigmoid(x))
# > here      0.0000 0.3333 0.5000 0.6667 1.0000
# > elsewhere 0.0000 0.3000 0.5000 0.7000 1.0000
# > largest difference 0.0833

# Right: one sixth of 1.2 is a fifth.
show(lambda x: hardsigmoid(1.2 * x))
# > here      0.0000 0.3000 0.5000 0.7000 1.0000
# > elsewhere 0.0000 0.3000 0.5000 0.7000 1.0000
# > largest difference 0.0000

# Notice it: the check is False for the first, True for the second.
for ported in hardsigmoid, lambda x: hardsigmoid(1.2 * x):
    print(torch.allclose(ported(x), elsewhere(x)))
# > False
# > True
