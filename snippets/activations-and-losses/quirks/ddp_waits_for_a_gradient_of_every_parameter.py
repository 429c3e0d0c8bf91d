"""DistributedDataParallel waits for a gradient of each parameter."""

import os
from unittest import mock

import torch
from torch import distributed, nn

store = distributed.HashStore()
distributed.init_process_group("gloo", store=store, rank=0, world_size=1)


def train(net, **options):
    with mock.patch.dict(os.environ):  # DDP sets a variable
        ddp = nn.parallel.DistributedDataParallel(net, **options)
    try:
        for _ in range(2):
            ddp(torch.ones(4, 2)).square().mean().backward()
            # Notice it: False if a layer is not used, True otherwise.
            print(all(p.grad is not None for p in net.parameters()))
    except RuntimeError as error:
        print(str(error).split(" You can ")[0])


# Wrong: the forward pass does not use the second layer.
net = nn.Linear(2, 1)
net.head = nn.Linear(2, 1)
train(net)
# > False
# > Expected to have finished reduction in the prior iteration before starting a new one. This error indicates that your module has parameters that were not used in producing loss.

# Right: the model has no such layer.
train(nn.Linear(2, 1))
# > True
# > True

# Or DDP looks in each step for what took no part.
train(net, find_unused_parameters=True)
# > False
# > False
