"""A scheduler is made with last_epoch=-1, and resumed by its state."""

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

every = 10  # epochs


def new_optimizer():
    return torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1)


optimizer = new_optimizer()
scheduler = StepLR(optimizer, step_size=every)
for _ in range(30):
    optimizer.step()
    scheduler.step()
saved = optimizer.state_dict(), scheduler.state_dict()

# Wrong: the epoch at which it stopped, or 0 to begin.
for epoch in 29, 0:
    optimizer = new_optimizer()
    try:
        scheduler = StepLR(optimizer, step_size=every, last_epoch=epoch)
    except KeyError as error:
        print(epoch, error.args[0].splitlines()[0])
# > 29 param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.
# > 0 param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.

# Right: a new one, and then the saved states.
optimizer = new_optimizer()
scheduler = StepLR(optimizer, step_size=every)
print(scheduler.last_epoch == 30)  # Notice it: False before, True after
# > False
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
rate = optimizer.param_groups[0]["lr"]
print(scheduler.last_epoch == 30, f"rate {rate:.0e}")
# > True rate 1e-04
