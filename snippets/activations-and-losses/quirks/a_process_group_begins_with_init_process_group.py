"""`torch.distributed` answers only after `init_process_group`."""

import torch
from torch import distributed

loss = torch.tensor(2.0)
mean = loss.detach().clone()

# Wrong: one process, started without torchrun, takes part in nothing.
try:
    distributed.all_reduce(mean)
except (RuntimeError, ValueError) as error:
    print(error)
# > Default process group has not been initialized, please make sure to call init_process_group.
try:
    print(distributed.get_rank())
except (RuntimeError, ValueError) as error:
    print(error)
# > Default process group has not been initialized, please make sure to call init_process_group.

# Right: ask whether there is a group.
if distributed.is_initialized():
    distributed.all_reduce(mean)
    mean /= distributed.get_world_size()
print(mean)
# > tensor(2.)

# The same with a group, here of one process.
store = distributed.HashStore()
distributed.init_process_group("gloo", store=store, rank=0, world_size=1)
if distributed.is_initialized():
    distributed.all_reduce(mean)
    mean /= distributed.get_world_size()
print(mean, "of", distributed.get_world_size())
# > tensor(2.) of 1
