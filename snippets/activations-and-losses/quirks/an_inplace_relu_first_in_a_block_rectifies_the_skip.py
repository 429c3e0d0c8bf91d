"""An in-place ReLU first in a residual block rectifies the skip path."""

import torch
from torch import nn

inputs = torch.tensor([-3.0, 2.0], requires_grad=True)
linear = nn.Linear(2, 2, bias=False)
nn.init.eye_(linear.weight)


def show(block):
    hidden = 2 * inputs
    outputs = block(hidden) + hidden
    gradient = torch.autograd.grad(outputs.sum(), inputs)[0]
    print("skip path", *(f"{h:.2f}" for h in hidden))
    print("outputs  ", *(f"{o:.2f}" for o in outputs))
    print("gradient ", *(f"{g:.2f}" for g in gradient))


# Wrong: the first ReLU overwrites what the skip path carries.
show(nn.Sequential(nn.ReLU(inplace=True), linear))
# > skip path 0.00 4.00
# > outputs   0.00 8.00
# > gradient  0.00 4.00

# Right: the first ReLU leaves its input alone.
show(nn.Sequential(nn.ReLU(), linear))
# > skip path -6.00 4.00
# > outputs   -6.00 8.00
# > gradient  2.00 4.00

# Notice it: the check is False in place, True otherwise.
for relu in nn.ReLU(inplace=True), nn.ReLU():
    hidden = 2 * inputs
    before = hidden.clone()
    nn.Sequential(relu, linear)(hidden)
    print(torch.equal(hidden, before))
# > False
# > True
