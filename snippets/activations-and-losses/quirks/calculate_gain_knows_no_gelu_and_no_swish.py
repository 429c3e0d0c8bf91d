"""`nn.init` knows a few activations by their names in small letters."""

import torch
from torch import nn

torch.manual_seed(0)
weight, x = torch.empty(256, 256), torch.randn(100000)

# Wrong: what the table does not hold, or with a capital letter.
try:
    nn.init.kaiming_normal_(weight, nonlinearity="gelu")
except ValueError as error:
    print(error)
# > Unsupported nonlinearity gelu
for name in "swish", "LeakyReLU":
    try:
        nn.init.calculate_gain(name)
    except ValueError as error:
        print(error)
# > Unsupported nonlinearity swish
# > Unsupported nonlinearity LeakyReLU

# Right: the nearest activation of the table.
nn.init.kaiming_normal_(weight, nonlinearity="relu")
print(f"relu: gain {weight.std() * 16:.1f}")
# > relu: gain 1.4
for name in "leaky_relu", "tanh":
    print(f"{name}: gain {nn.init.calculate_gain(name):.1f}")
# > leaky_relu: gain 1.4
# > tanh: gain 1.7

# The mean square that an activation leaves of inputs around zero.
for activation in nn.ReLU(), nn.GELU(), nn.SiLU():
    print(activation, f"{activation(x).square().mean():.1f}")
# > ReLU() 0.5
# > GELU(approximate='none') 0.4
# > SiLU() 0.4
