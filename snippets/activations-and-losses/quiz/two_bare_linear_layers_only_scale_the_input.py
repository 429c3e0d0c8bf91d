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

# Options:
hidden = first(inputs)
trials = {
    "a ReLU between": second(hidden.relu()),
    "absolute values between": second(hidden.abs()),
    "the first hidden unit": hidden[:, :1],
}
for name, outputs in trials.items():
    print(f"{name}:", *(f"{output:.1f}" for output in outputs.flatten()))
# > a ReLU between: 6.0 1.0 3.0
# > absolute values between: 9.0 3.0 9.0
# > the first hidden unit: -3.0 1.0 3.0
