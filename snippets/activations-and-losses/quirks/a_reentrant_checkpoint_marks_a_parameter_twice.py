"""A reentrant checkpoint lets DDP see a parameter ready twice."""

from unittest import mock

from torch import distributed, nn, ones
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.checkpoint import checkpoint

store = distributed.HashStore()
distributed.init_process_group("gloo", store=store, rank=0, world_size=1)
with mock.patch.dict("os.environ"):  # the first DDP sets a variable
    DDP(nn.Linear(1, 1))


class Net(nn.Sequential):  # it leaves its second layer out
    def forward(self, x, calls, **kind):
        for _ in range(calls):
            x = checkpoint(self[0], x, **kind)
        return x


def train(**kind):  # one layer called twice; then unused parameters
    for calls, options in (2, {}), (1, {"find_unused_parameters": True}):
        model = DDP(Net(nn.Linear(2, 2), nn.Linear(2, 2)), **options)
        try:
            model(ones(2).requires_grad_(), calls, **kind).sum().backward()
            print("trained")
        except RuntimeError as error:
            print(str(error).split(". ")[0])


# Wrong: the older kind of checkpoint.
train(use_reentrant=True)
# > Expected to mark a variable ready only once
# > Expected to mark a variable ready only once

# Right: the newer kind.
train(use_reentrant=False)
# > trained
# > trained
