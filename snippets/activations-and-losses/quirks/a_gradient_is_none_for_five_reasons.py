"""A gradient is None after zero_grad, or where a tensor keeps none."""

import warnings

import torch
from torch import nn

warnings.simplefilter("error")
net = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))


def show():
    print("weight:", "none" if net[0].weight.grad is None else "a gradient")
    try:
        print("hidden:", "none" if hidden.grad is None else "a gradient")
    except UserWarning as warning:
        print(str(warning)[:76])


# Wrong: too late, and of a tensor that keeps no gradient.
hidden = net[0](torch.ones(4, 2))
nn.MSELoss()(net[1](hidden), torch.ones(4, 1)).backward()
net.zero_grad()
show()
# > weight: none
# > The .grad attribute of a Tensor that is not a leaf Tensor is being accessed.

# Right: before zero_grad(), and the tensor was asked to keep it.
hidden = net[0](torch.ones(4, 2))
hidden.retain_grad()
nn.MSELoss()(net[1](hidden), torch.ones(4, 1)).backward()
show()
# > weight: a gradient
# > hidden: a gradient

# Notice it: False if the loss does not use a layer, True otherwise.
for model in nn.ModuleList([net, nn.Linear(3, 1)]), net:
    print(all(p.grad is not None for p in model.parameters()))
# > False
# > True
