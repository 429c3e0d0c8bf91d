"""A shrink of 0.5, the default, makes 0 of all inputs that are small."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(10_000)


def show(build):
    for deviation in 1.0, 0.1:
        for kind in nn.Hardshrink, nn.Softshrink:
            activation = build(kind, deviation)
            zeros = (activation(deviation * inputs) == 0).float().mean()
            print(f"{deviation}: {activation} zeroes {zeros:.0%}")
    return zeros


# Wrong: the default, whatever the scale of the inputs.
wrong = show(lambda kind, deviation: kind())
# > 1.0: Hardshrink(0.5) zeroes 38%
# > 1.0: Softshrink(0.5) zeroes 38%
# > 0.1: Hardshrink(0.5) zeroes 100%
# > 0.1: Softshrink(0.5) zeroes 100%

# Right: a lambd in the scale of the inputs.
right = show(lambda kind, deviation: kind(lambd=0.5 * deviation))
# > 1.0: Hardshrink(0.5) zeroes 38%
# > 1.0: Softshrink(0.5) zeroes 38%
# > 0.1: Hardshrink(0.05) zeroes 38%
# > 0.1: Softshrink(0.05) zeroes 38%

# Notice it: the check is False where nothing is left, True otherwise.
for zeros in wrong, right:
    print(bool(zeros < 0.9))
# > False
# > True
