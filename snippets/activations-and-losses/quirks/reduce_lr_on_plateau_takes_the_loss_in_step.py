"""ReduceLROnPlateau takes the loss that it is to watch."""

import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau

optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, patience=1)

# Wrong: as for a scheduler that counts epochs.
loss = 1.0  # of the validation, after an epoch
try:
    scheduler.step()
except TypeError as error:
    print(error)
# > ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'
# Notice it: False where it has seen no loss, True where it has.
print(scheduler.best < float("inf"))
# > False

# Right: with the loss that it watches.
for loss in (1.0, 0.5, 0.5, 0.5):
    scheduler.step(loss)
print(f"rate: {scheduler.get_last_lr()[0]:.2f}")
# > rate: 0.01
print(scheduler.best < float("inf"))
# > True
