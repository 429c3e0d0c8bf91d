"""OneCycleLR takes as many steps as it was told, and not one more."""

import torch
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR

EPOCHS, BATCHES = 2, 3


def train(total_steps):
    optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1)
    scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=total_steps)
    # Notice it: False for another number of updates, True for this one.
    print(scheduler.total_steps == EPOCHS * BATCHES)
    try:
        for _ in range(EPOCHS * BATCHES):
            optimizer.step()
            scheduler.step()
        print("trained all epochs")
    except ValueError as error:
        print(error)


# Wrong: the batches of one epoch.
train(total_steps=BATCHES)
# > False
# > Tried to step 4 times. The specified number of total steps is 3

# Right: those of all epochs.
train(total_steps=EPOCHS * BATCHES)
# > True
# > trained all epochs
