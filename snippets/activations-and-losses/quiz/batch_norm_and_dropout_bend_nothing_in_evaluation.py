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
    print(layer)
    print(f"  steps of {middle - low:.2f} and {high - middle:.2f}")
# > BatchNorm1d(1, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
# >   steps of 1.75 and 1.75
# > LeakyReLU(negative_slope=0.5)
# >   steps of 1.50 and 2.00
# > Dropout(p=0.5, inplace=False)
# >   steps of 2.00 and 2.00
# > Softplus(beta=1.0, threshold=20.0)
# >   steps of 1.00 and 1.74
