"""A gradient is None after zero_grad, or where a tensor keeps none."""

import warnings

import torch
from torch import nn

warnings.simplefilter("error")
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(3, 1), nn.Linear(1, 1))

# Wrong: too late, and of a tensor that keeps no gradient.
hidden = net[0](torch.ones(1, 3))
loss = nn.MSELoss()(net[1](hidden), torch.ones(1, 1))
loss.backward()
net.zero_grad()
print("weight:", net[0].weight.grad)
# > weight: None
try:
    print("hidden:", hidden.grad)
except UserWarning as warning:
    print(str(warning)[:76])
# > The .grad attribute of a Tensor that is not a leaf Tensor is being accessed.

# Right: before zero_grad(), and the tensor was asked to keep it.
hidden = net[0](torch.ones(1, 3))
loss = nn.MSELoss()(net[1](hidden), torch.ones(1, 1))
hidden.retain_grad()
loss.backward()
print("weight:", net[0].weight.grad)
# > weight: tensor([[0.3873, 0.3873, 0.3873]])
print("hidden:", hidden.grad)
# > hidden: tensor([[0.3873]])

# Notice it: False if the loss does not use a layer, True otherwise.
for model in nn.ModuleList([net, nn.PReLU()]), net:
    print(all(p.grad is not None for p in model.parameters()))
# > False
# > True
