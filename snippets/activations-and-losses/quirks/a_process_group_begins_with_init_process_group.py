"""`torch.distributed` answers only after `init_process_group`."""

import torch
from torch import distributed

loss = torch.tensor(2.0)


def show(call):
    try:
        print(call())
    except (RuntimeError, ValueError) as error:
        print(error)


def mean_over_processes(loss):
    if not (distributed.is_available() and distributed.is_initialized()):
        return loss
    total = loss.detach().clone()
    distributed.all_reduce(total)
    return total / distributed.get_world_size()


# Wrong: one process, started without torchrun, takes part in nothing.
show(distributed.get_rank)
# > Default process group has not been initialized, please make sure to call init_process_group.
show(lambda: distributed.all_reduce(loss.clone()))
# > Default process group has not been initialized, please make sure to call init_process_group.

# Right: ask whether there is a group.
show(lambda: mean_over_processes(loss))
# > tensor(2.)

# The same with a group, here of one process.
store = distributed.HashStore()
distributed.init_process_group("gloo", store=store, rank=0, world_size=1)
show(lambda: mean_over_processes(loss))
# > tensor(2.)
