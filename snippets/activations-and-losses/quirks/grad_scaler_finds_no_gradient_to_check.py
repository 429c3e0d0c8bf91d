"""GradScaler asserts when no weight of the optimizer has a gradient."""

import torch
from torch import nn

model, inputs, target = nn.Linear(2, 1), torch.ones(4, 2), torch.ones(4, 1)
criterion = nn.MSELoss()


def step(loss, weights):
    scaler = torch.amp.GradScaler("cpu")
    optimizer = torch.optim.SGD(weights, lr=0.1)
    scaler.scale(loss).backward()
    # Notice it: False for the new tensor, True for the loss itself.
    print(any(p.grad is not None for p in weights))
    try:
        scaler.step(optimizer)
    except AssertionError as error:
        print(error)


# Wrong: a new tensor, which has no link to the model.
loss = criterion(model(inputs), target).item()
loss = torch.tensor(loss, requires_grad=True)
step(loss, [*model.parameters()])
# > False
# > No inf checks were recorded for this optimizer.

# Right: the loss that was computed from the outputs.
loss = criterion(model(inputs), target)
step(loss, [*model.parameters()])
# > True

# The same from an optimizer that holds the weights of another model.
loss = criterion(model(inputs), target)
step(loss, [*nn.Linear(2, 1).parameters()])
# > False
# > No inf checks were recorded for this optimizer.
