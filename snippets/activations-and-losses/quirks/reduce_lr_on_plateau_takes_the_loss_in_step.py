"""ReduceLROnPlateau takes the loss that it is to watch."""

import torch
from torch import nn
from torch.optim.lr_scheduler import ReduceLROnPlateau

losses = [1.0, 0.5, 0.5, 0.5]  # of the validation, epoch by epoch


def train(step):
    optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1)
    scheduler = ReduceLROnPlateau(optimizer, patience=1)
    try:
        for loss in losses:
            step(scheduler, loss)
        print(f"rate: {scheduler.get_last_lr()[0]:.2f}")
    except TypeError as error:
        print(error)
    # Notice it: False where it has seen no loss, True where it has.
    print(scheduler.best < float("inf"))


# Wrong: as for a scheduler that counts epochs.
train(lambda scheduler, loss: scheduler.step())
# > ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'
# > False

# Right: with the loss that it watches.
train(lambda scheduler, loss: scheduler.step(loss))
# > rate: 0.01
# > True
