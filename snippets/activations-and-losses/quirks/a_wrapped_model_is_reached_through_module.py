"""DataParallel and DDP hide the model in an attribute, `module`."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1)

    def loss(self, x, target):
        return (self.layer(x) - target).square().mean()

    def forward(self, x, target):
        return self.loss(x, target)


model = nn.DataParallel(Net())  # on a CPU, and on many GPUs
x, target = torch.ones(4, 2), torch.ones(4, 1)

# Wrong: the wrapper has only what every module has.
try:
    weight = model.layer.weight
except AttributeError as error:
    print(error)
# > 'DataParallel' object has no attribute 'layer'
try:
    loss = model.loss(x, target)
except AttributeError as error:
    print(error)
# > 'DataParallel' object has no attribute 'loss'

# Right: the model is inside, and its forward() returns the loss.
weight = model.module.layer.weight
loss = model(x, target)
print(tuple(weight.shape), tuple(loss.shape))
# > (1, 2) ()
