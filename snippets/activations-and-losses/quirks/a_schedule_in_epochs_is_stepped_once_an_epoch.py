"""A scheduler counts its calls: one in epochs is called once an epoch."""

import torch
from torch.optim.lr_scheduler import StepLR

EPOCHS, loader = 20, torch.ones(5, 8, 1)  # five batches
model = torch.nn.Linear(1, 1)


def start():
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    return optimizer, StepLR(optimizer, step_size=10, gamma=0.1)


def show():
    print(f"rate after {EPOCHS} epochs: {scheduler.get_last_lr()[0]:.0e}")
    print(scheduler.last_epoch == EPOCHS)  # Notice it


# Wrong: after each batch, though the step size is in epochs.
optimizer, scheduler = start()
for _ in range(EPOCHS):
    for batch in loader:
        model(batch).mean().backward()
        optimizer.step()
        scheduler.step()
show()
# > rate after 20 epochs: 1e-11
# > False

# Right: after the batches.
optimizer, scheduler = start()
for _ in range(EPOCHS):
    for batch in loader:
        model(batch).mean().backward()
        optimizer.step()
    scheduler.step()
show()
# > rate after 20 epochs: 1e-03
# > True
