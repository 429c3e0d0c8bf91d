"""ReLU passes positive values and their gradient, and stops the rest."""

import torch
from torch import nn

inputs = torch.tensor([-2.0, -0.1, 0.0, 0.1, 3.0], requires_grad=True)

outputs = nn.ReLU()(inputs)
outputs.sum().backward()

for z, value, slope in zip(inputs, outputs, inputs.grad, strict=True):
    print(f"z {z:4.1f}  value {value:.1f}  gradient {slope:.1f}")
# > z -2.0  value 0.0  gradient 0.0
# > z -0.1  value 0.0  gradient 0.0
# > z  0.0  value 0.0  gradient 0.0
# > z  0.1  value 0.1  gradient 1.0
# > z  3.0  value 3.0  gradient 1.0
