"""A scheduler counts its calls: one in epochs is called once an epoch."""

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

EPOCHS, BATCHES = 20, 5


def train(each):
    optimizer = torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1)
    scheduler = StepLR(optimizer, step_size=10, gamma=0.1)
    for _ in range(EPOCHS):
        for _ in range(BATCHES):
            optimizer.step()
            if each == "batch":
                scheduler.step()
        if each == "epoch":
            scheduler.step()
    print(f"rate after {EPOCHS} epochs: {scheduler.get_last_lr()[0]:.0e}")
    # Notice it: False if called too often, True if once an epoch.
    print(scheduler.last_epoch == EPOCHS)


# Wrong: after each batch, though the step size is in epochs.
train(each="batch")
# > rate after 20 epochs: 1e-11
# > False

# Right: after the batches.
train(each="epoch")
# > rate after 20 epochs: 1e-03
# > True
