"""Two linear layers with nothing between them only scale the input."""

import torch
from torch import nn

first = nn.Linear(1, 2, bias=False)
second = nn.Linear(2, 1, bias=False)
with torch.no_grad():
    first.weight.copy_(torch.tensor([[1.0], [-1.0]]))
    second.weight.copy_(torch.tensor([[1.0, 2.0]]))
model = nn.Sequential(first, second)

inputs = torch.tensor([[-3.0], [1.0], [3.0]])
print(*(f"{output:.1f}" for output in model(inputs).flatten()))
# > 3.0 -1.0 -3.0
