"""A reentrant checkpoint lets DDP see a parameter ready twice."""

from unittest import mock

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.checkpoint import checkpoint

store = distributed.HashStore()
distributed.init_process_group("gloo", store=store, rank=0, world_size=1)
with mock.patch.dict("os.environ"):  # the first DDP sets a variable
    DDP(nn.Linear(1, 1))


class Net(nn.Sequential):  # it leaves its second layer out
    def forward(self, x):
        return checkpoint(self[0], x, use_reentrant=use_reentrant)


def train(model):
    x = torch.ones(4, 2, requires_grad=True)
    try:
        model(x).square().mean().backward()
        print("trained")
    except RuntimeError as error:
        print(str(error).split(". ")[0])


# Wrong: the older kind of checkpoint.
use_reentrant = True
net = Net(nn.Linear(2, 2), nn.Linear(2, 2))
train(DDP(net, find_unused_parameters=True))
# > Expected to mark a variable ready only once

# Right: the newer kind.
use_reentrant = False
net = Net(nn.Linear(2, 2), nn.Linear(2, 2))
train(DDP(net, find_unused_parameters=True))
# > trained
