"""A ReLU unit that is negative on every input gets no gradient at all."""

import torch
from torch import nn

inputs = torch.tensor([[1.0], [2.0], [3.0]])
unit = nn.Linear(1, 1)
with torch.no_grad():
    unit.weight.fill_(1.0)
    unit.bias.fill_(-5.0)
print("before the activation:", unit(inputs).flatten().tolist())
# > before the activation: [-4.0, -3.0, -2.0]

for activation in (nn.LeakyReLU(negative_slope=0.01), nn.ReLU()):
    unit.zero_grad()
    activation(unit(inputs)).sum().backward()
    print(f"{activation}: gradient {unit.weight.grad.item():.2f}")
# > LeakyReLU(negative_slope=0.01): gradient 0.06
# > ReLU(): gradient 0.00
