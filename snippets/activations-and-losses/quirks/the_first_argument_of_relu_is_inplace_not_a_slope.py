"""The first argument of ReLU is inplace, and that of LeakyReLU a slope."""

import torch
from torch import nn


def show(build):
    x = torch.tensor([-1.0, 2.0])
    try:
        activation = build()
        y = activation(x)
        print(activation, [round(v, 4) for v in y.tolist()], x.tolist())
    except TypeError as error:
        print(error)


# Wrong: a number or a flag in the first place; last, the input afterwards.
show(lambda: nn.ReLU(0.2))
# > ReLU(inplace=True) [0.0, 2.0] [0.0, 2.0]
show(lambda: nn.ReLU(6))
# > ReLU(inplace=True) [0.0, 2.0] [0.0, 2.0]
show(lambda: nn.LeakyReLU(True))
# > LeakyReLU(negative_slope=True) [-1.0, 2.0] [-1.0, 2.0]
show(lambda: nn.Dropout(True))
# > Dropout(p=True, inplace=False) [-0.0, 0.0] [-1.0, 2.0]
show(lambda: nn.ReLU(6, inplace=False))
# > ReLU.__init__() got multiple values for argument 'inplace'
show(lambda: nn.GELU(True))
# > gelu(): argument 'approximate' must be str, not bool

# Right: arguments by their names.
show(lambda: nn.LeakyReLU(negative_slope=0.2))
# > LeakyReLU(negative_slope=0.2) [-0.2, 2.0] [-1.0, 2.0]
show(lambda: nn.ReLU6())
# > ReLU6() [0.0, 2.0] [-1.0, 2.0]
show(lambda: nn.LeakyReLU(inplace=True))
# > LeakyReLU(negative_slope=0.01, inplace=True) [-0.01, 2.0] [-0.009999999776482582, 2.0]
show(lambda: nn.GELU(approximate="tanh"))
# > GELU(approximate='tanh') [-0.1588, 1.9546] [-1.0, 2.0]
