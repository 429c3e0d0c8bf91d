"""A scheduler is made with last_epoch=-1, and resumed by its state."""

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

model = nn.Linear(1, 1)
first = torch.optim.SGD(model.parameters(), lr=0.1)
schedule = StepLR(first, step_size=10)
for _ in range(30):
    first.step()
    schedule.step()
saved = first.state_dict(), schedule.state_dict()


def start(last_epoch):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    try:
        scheduler = StepLR(optimizer, step_size=10, last_epoch=last_epoch)
        optimizer.load_state_dict(saved[0])
        # Notice it: False before its state is loaded, True after.
        print(scheduler.last_epoch == 30)
        scheduler.load_state_dict(saved[1])
        print(scheduler.last_epoch == 30)
        print(f"rate {optimizer.param_groups[0]['lr']:.0e}")
    except KeyError as error:
        print(error.args[0].splitlines()[0])


# Wrong: the epoch at which it stopped, or 0 to begin.
start(last_epoch=29)
# > param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.
start(last_epoch=0)
# > param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.

# Right: a new one, whose state is loaded.
start(last_epoch=-1)
# > False
# > True
# > rate 1e-04
