"""A hundred linear layers compute one affine map, and a constant one."""

import torch
from torch import nn

torch.manual_seed(0)
layers = [nn.Linear(16, 16, dtype=torch.float64) for _ in range(100)]
stack = nn.Sequential(*layers)

# Fold the stack into one weight and one bias, layer by layer.
weight = torch.eye(16, dtype=torch.float64)
bias = torch.zeros(16, dtype=torch.float64)
for layer in layers:
    weight = layer.weight @ weight
    bias = layer.weight @ bias + layer.bias

inputs = torch.randn(1000, 16, dtype=torch.float64)
outputs = stack(inputs)
torch.testing.assert_close(outputs, inputs @ weight.T + bias)

# Each layer shrinks what it is given, so nothing of the input is left.
print(f"entries of the product below 1e-20: {weight.abs().max() < 1e-20}")
# > entries of the product below 1e-20: True
spread = (outputs - outputs[0]).abs().max()
print(f"outputs differ by less than 1e-15: {spread < 1e-15}")
# > outputs differ by less than 1e-15: True
print(f"outputs are zero: {bool((outputs.abs() < 1e-3).all())}")
# > outputs are zero: False
