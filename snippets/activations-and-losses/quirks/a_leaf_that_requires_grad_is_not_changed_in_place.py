"""A leaf that requires grad is not changed in place when recorded."""

import torch
from torch import nn

loss = torch.zeros((), requires_grad=True)
weight = torch.tensor([1.0, -2.0], requires_grad=True)

# Wrong: each line writes into a leaf.
try:
    loss += weight.square().sum()
except RuntimeError as error:
    print(error)
# > a leaf Variable that requires grad is being used in an in-place operation.
try:
    nn.ReLU(inplace=True)(weight)
except RuntimeError as error:
    print(error)
# > a leaf Variable that requires grad is being used in an in-place operation.
try:
    weight[0] -= 0.1
except RuntimeError as error:
    print(error)
# > a view of a leaf Variable that requires grad is being used in an in-place operation.

# Right: a new tensor, or no record.
loss = loss + weight.square().sum()
with torch.no_grad():
    weight[0] -= 0.1
print(f"loss {loss:.1f}, relu {nn.ReLU()(weight)[0]:.1f}")
# > loss 5.0, relu 0.9

# Notice it: False for the weight, True for what was computed from it.
for x in weight, weight * 2:
    print(not (x.is_leaf and x.requires_grad))
# > False
# > True
