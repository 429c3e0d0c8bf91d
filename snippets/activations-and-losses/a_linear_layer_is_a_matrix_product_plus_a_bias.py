"""A linear layer is a matrix product plus a bias."""

import torch
from torch import nn

layer = nn.Linear(in_features=3, out_features=2)
inputs = torch.tensor([[1.0, 2.0, 3.0], [0.0, -1.0, 0.5]])

outputs = inputs @ layer.weight.T + layer.bias

torch.testing.assert_close(layer(inputs), outputs)
print(f"weight {tuple(layer.weight.shape)}, bias {tuple(layer.bias.shape)}")
# > weight (2, 3), bias (2,)
print(f"inputs {tuple(inputs.shape)}, outputs {tuple(outputs.shape)}")
# > inputs (2, 3), outputs (2, 2)
