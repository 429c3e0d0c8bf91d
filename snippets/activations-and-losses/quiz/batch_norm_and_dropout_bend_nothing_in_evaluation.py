"""In evaluation BatchNorm and Dropout take equal steps to equal steps."""

import torch
from torch import nn

inputs = torch.tensor([[-1.0], [1.0], [3.0]])  # equal steps

layers = (
    nn.BatchNorm1d(1),
    nn.LeakyReLU(0.5),
    nn.Dropout(0.5),
    nn.Softplus(),
)
for layer in layers:
    layer(inputs)  # BatchNorm remembers what it saw in training
    low, middle, high = layer.eval()(inputs).flatten()
    steps = f"steps of {middle - low:.2f} and {high - middle:.2f}"
    print(f"{type(layer).__name__}: {steps}")
# > BatchNorm1d: steps of 1.75 and 1.75
# > LeakyReLU: steps of 1.50 and 2.00
# > Dropout: steps of 2.00 and 2.00
# > Softplus: steps of 1.00 and 1.74
