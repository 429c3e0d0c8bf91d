"""DataParallel and DDP hide the model in an attribute, `module`."""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 1)

    def loss(self, x):
        return self.layer(x).square().mean()


model = nn.DataParallel(Net())  # on a CPU, and on many GPUs


def show(attribute):
    try:
        print(type(attribute()).__name__)
    except AttributeError as error:
        print(error)


# Wrong: the wrapper has only what every module has.
show(lambda: model.layer)
# > 'DataParallel' object has no attribute 'layer'
show(lambda: model.loss(torch.ones(4, 2)))
# > 'DataParallel' object has no attribute 'loss'

# Right: the model is inside.
show(lambda: model.module.layer)
# > Linear
show(lambda: model.module.loss(torch.ones(4, 2)))
# > Tensor
