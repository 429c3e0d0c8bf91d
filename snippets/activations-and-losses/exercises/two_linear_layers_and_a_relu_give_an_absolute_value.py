"""A ReLU between two linear layers gives what no affine map can give."""

import torch
from torch import nn

inputs = torch.tensor([[-2.0], [-1.0], [0.0], [1.0], [2.0]])
target = inputs.abs()
criterion = nn.MSELoss()

first = nn.Linear(1, 2, bias=False)
second = nn.Linear(2, 1, bias=False)
with torch.no_grad():
    first.weight.copy_(torch.tensor([[1.0], [-1.0]]))
    second.weight.copy_(torch.tensor([[1.0, 1.0]]))

for activation in (nn.Identity(), nn.ReLU()):
    outputs = second(activation(first(inputs)))
    shown = " ".join(f"{output:.2f}" for output in outputs.flatten())
    print(f"{activation}: {shown}, loss {criterion(outputs, target):.2f}")
# > Identity(): 0.00 0.00 0.00 0.00 0.00, loss 2.00
# > ReLU(): 2.00 1.00 0.00 1.00 2.00, loss 0.00

# The best affine map there is, whatever weights it was stacked from.
with_ones = torch.cat([inputs, torch.ones(5, 1)], dim=1)
best = torch.linalg.lstsq(with_ones, target).solution
outputs = with_ones @ best
print(
    f"best affine map: {outputs[0].item():.2f} to {outputs[4].item():.2f}"
)
# > best affine map: 1.20 to 1.20
print(f"its loss {criterion(outputs, target):.2f}")
# > its loss 0.56
