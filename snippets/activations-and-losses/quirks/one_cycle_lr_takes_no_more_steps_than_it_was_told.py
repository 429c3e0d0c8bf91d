"""OneCycleLR takes as many steps as it was told, and not one more."""

import torch
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR

optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1)
epochs, loader = 2, torch.ones(3, 4, 1)  # three batches


def train(scheduler):
    # Notice it: False for another number of updates, True for this one.
    print(scheduler.total_steps == epochs * len(loader))
    try:
        for _ in range(epochs):
            for _ in loader:
                optimizer.step()
                scheduler.step()
        print("trained all epochs")
    except ValueError as error:
        print(error)


# Wrong: the batches of one epoch.
steps = len(loader)
train(OneCycleLR(optimizer, max_lr=0.1, total_steps=steps))
# > False
# > Tried to step 4 times. The specified number of total steps is 3

# Right: those of all epochs.
steps = epochs * len(loader)
train(OneCycleLR(optimizer, max_lr=0.1, total_steps=steps))
# > True
# > trained all epochs
