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
    reach = f"from {outputs.min():.2f} to {outputs.max():.2f}"
    print(f"{type(activation).__name__}: {reach}")
# > GELU: from -0.17 to 2.74
# > Softplus: from 0.05 to 2.81
# > ELU: from -0.95 to 2.75
# > Sigmoid: from 0.05 to 0.94
# > LeakyReLU: from -0.30 to 2.75
