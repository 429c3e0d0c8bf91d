"""A ReLU unit that is negative on every input gets no gradient at all."""

import torch
from torch import nn

inputs = torch.tensor([[1.0], [2.0], [3.0]])
unit = nn.Linear(1, 1)
with torch.no_grad():
    unit.weight.fill_(1.0)
    unit.bias.fill_(-5.0)  # pre-activations: -4, -3, -2

for activation in (nn.ReLU(), nn.LeakyReLU(negative_slope=0.01)):
    unit.zero_grad()
    activation(unit(inputs)).sum().backward()
    print(f"{activation}: gradient {unit.weight.grad.item():.2f}")
# > ReLU(): gradient 0.00
# > LeakyReLU(negative_slope=0.01): gradient 0.06
