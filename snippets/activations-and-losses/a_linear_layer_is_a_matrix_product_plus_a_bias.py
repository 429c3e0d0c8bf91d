"""A linear layer is a matrix product plus a bias."""

import torch
from torch import nn

layer = nn.Linear(in_features=3, out_features=2)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[1.0, 0.0, -1.0], [0.0, 2.0, 4.0]]))
    layer.bias.copy_(torch.tensor([10.0, 20.0]))

inputs = torch.tensor([[1.0, 2.0, 3.0]])
outputs = layer(inputs)
torch.testing.assert_close(outputs, inputs @ layer.weight.T + layer.bias)

print(
    f"{tuple(inputs.shape)} to {tuple(outputs.shape)}: {outputs.tolist()}"
)
# > (1, 3) to (1, 2): [[8.0, 36.0]]
