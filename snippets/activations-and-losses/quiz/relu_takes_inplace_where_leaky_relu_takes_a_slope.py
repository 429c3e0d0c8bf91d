"""The first argument of ReLU is inplace; that of LeakyReLU is a slope."""

import torch
from torch import nn

for activation in (nn.LeakyReLU(0.2), nn.ReLU(), nn.ReLU(0.2)):
    inputs = torch.tensor([-1.0, 2.0])
    outputs = activation(inputs)
    print(activation)
    print("  outputs", " ".join(f"{output:.1f}" for output in outputs))
    print("  inputs ", " ".join(f"{value:.1f}" for value in inputs))
# > LeakyReLU(negative_slope=0.2)
# >   outputs -0.2 2.0
# >   inputs  -1.0 2.0
# > ReLU()
# >   outputs 0.0 2.0
# >   inputs  -1.0 2.0
# > ReLU(inplace=True)
# >   outputs 0.0 2.0
# >   inputs  0.0 2.0

try:
    nn.ReLU(negative_slope=0.2)
except TypeError as error:
    print(error)
# > ReLU.__init__() got an unexpected keyword argument 'negative_slope'
