"""GELU, ELU and LeakyReLU hand on negative numbers; Softplus does not."""

import torch
from torch import nn

inputs = torch.arange(-3.0, 3.0, 0.25)

activations = (
    nn.GELU(),
    nn.Softplus(),
    nn.ELU(),
    nn.Sigmoid(),
    nn.LeakyReLU(0.1),
)
for activation in activations:
    outputs = activation(inputs)
    print(activation)
    print(f"  from {outputs.min():.2f} to {outputs.max():.2f}")
# > GELU(approximate='none')
# >   from -0.17 to 2.74
# > Softplus(beta=1.0, threshold=20.0)
# >   from 0.05 to 2.81
# > ELU(alpha=1.0)
# >   from -0.95 to 2.75
# > Sigmoid()
# >   from 0.05 to 0.94
# > LeakyReLU(negative_slope=0.1)
# >   from -0.30 to 2.75
