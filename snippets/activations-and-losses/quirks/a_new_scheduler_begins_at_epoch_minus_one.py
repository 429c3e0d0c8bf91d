"""A scheduler is made with last_epoch=-1, and resumed by its state."""

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=10)
for _ in range(30):
    optimizer.step()
    scheduler.step()
saved = {
    "optimizer": optimizer.state_dict(),
    "scheduler": scheduler.state_dict(),
}

# Wrong: the epoch at which it stopped, or 0 to begin.
for epoch in 29, 0:
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    try:
        scheduler = StepLR(optimizer, step_size=10, last_epoch=epoch)
    except KeyError as error:
        print(error.args[0].splitlines()[0])
# > param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.
# > param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.

# Right: a new one, and then the saved states.
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=10)
print(scheduler.last_epoch == 30)  # Notice it: False before, True after
# > False
optimizer.load_state_dict(saved["optimizer"])
scheduler.load_state_dict(saved["scheduler"])
print(scheduler.last_epoch == 30)
# > True
print(f"rate {optimizer.param_groups[0]['lr']:.0e}")
# > rate 1e-04
