"""`nn.init` knows a few activations by their names in small letters."""

import torch
from torch import nn

torch.manual_seed(0)
weight, x = torch.empty(256, 256), torch.randn(100000)


def start(name):
    try:
        nn.init.kaiming_normal_(weight, nonlinearity=name)
        print(f"{name}: gain {weight.std() * 16:.1f}")
    except ValueError as error:
        print(error)


# Wrong: what the table does not hold, or with a capital letter.
start("gelu")
# > Unsupported nonlinearity gelu
start("swish")
# > Unsupported nonlinearity swish
start("LeakyReLU")
# > Unsupported nonlinearity LeakyReLU

# Right: the nearest activation of the table.
start("relu")
# > relu: gain 1.4
start("leaky_relu")
# > leaky_relu: gain 1.4
start("tanh")
# > tanh: gain 1.7

# The mean square that an activation leaves of inputs around zero.
for activation in nn.ReLU(), nn.GELU(), nn.SiLU():
    print(activation, f"{activation(x).square().mean():.1f}")
# > ReLU() 0.5
# > GELU(approximate='none') 0.4
# > SiLU() 0.4
