"""The first argument of ReLU is inplace; that of LeakyReLU is a slope."""

import torch
from torch import nn

for activation in (nn.LeakyReLU(0.2), nn.ReLU(), nn.ReLU(0.2)):
    inputs = torch.tensor([-1.0, 2.0])
    outputs = activation(inputs)
    after = " ".join(f"{value:.1f}" for value in inputs)
    returned = " ".join(f"{output:.1f}" for output in outputs)
    print(f"{activation}: returns {returned}, input then {after}")
# > LeakyReLU(negative_slope=0.2): returns -0.2 2.0, input then -1.0 2.0
# > ReLU(): returns 0.0 2.0, input then -1.0 2.0
# > ReLU(inplace=True): returns 0.0 2.0, input then 0.0 2.0

try:
    nn.ReLU(negative_slope=0.2)
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: ReLU.__init__() got an unexpected keyword argument 'negative_slope'
