"""DistributedDataParallel waits for a gradient of each parameter."""

from unittest import mock

import torch
from torch import distributed, nn
from torch.nn.parallel import DistributedDataParallel as DDP

store = distributed.HashStore()
distributed.init_process_group("gloo", store=store, rank=0, world_size=1)
with mock.patch.dict("os.environ"):  # the first DDP sets a variable
    DDP(nn.Linear(1, 1))


def train(model):
    for _ in range(2):
        model(torch.ones(4, 2)).square().mean().backward()
    # Notice it: False if a layer is not used, True otherwise.
    print(all(p.grad is not None for p in net.parameters()))


# Wrong: the forward pass does not use the second layer.
net = nn.Linear(2, 1)
net.head = nn.Linear(2, 1)
model = DDP(net)
try:
    train(model)
except RuntimeError as error:
    print(str(error).split(" You can ")[0])
# > Expected to have finished reduction in the prior iteration before starting a new one. This error indicates that your module has parameters that were not used in producing loss.

# Right: DDP looks in each step for what took no part.
model = DDP(net, find_unused_parameters=True)
train(model)
# > False

# Or the model has no such layer.
del net.head
train(DDP(net))
# > True
