"""Activations refuse an option outside its range, some when called."""

import torch
from torch import nn
from torch.nn import functional as F

x = torch.tensor([-2.0, 0.3, 2.0])


def show(bounds, lambd, approximate):
    for layer in (
        lambda x: nn.Hardtanh(*bounds)(x),
        lambda x: F.hardtanh(x, *bounds),
        lambda x: nn.RReLU(*bounds).eval()(x),
        lambda x: nn.Softshrink(lambd)(x),
        lambda x: nn.GELU(approximate=approximate)(x),
    ):
        try:
            print([round(y, 2) for y in layer(x).tolist()])
        except (AssertionError, ValueError, RuntimeError) as error:
            print(error)


# Wrong: the upper bound first, a threshold below 0, an unknown name.
nn.GELU(approximate="fast")  # accepted, until it is called
show((0.5, 0.1), lambd=-0.5, approximate="fast")
# > max_val (0.1) must be greater than min_val (0.5)
# > min_val cannot be greater than max_val
# > Lower bound should be less than or equal to the upper bound
# > lambda must be in range [0, 3.40282e+38] for input dtype Float, but found -0.5
# > approximate argument must be either none or tanh.

# Right: the lower bound first.
show((0.1, 0.5), lambd=0.5, approximate="tanh")
# > [0.1, 0.3, 0.5]
# > [0.1, 0.3, 0.5]
# > [-0.6, 0.3, 2.0]
# > [-1.5, 0.0, 1.5]
# > [-0.05, 0.19, 1.95]
