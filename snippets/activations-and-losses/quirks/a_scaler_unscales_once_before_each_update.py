"""GradScaler unscales once for each step, and update() begins the next."""

import torch
from torch import nn

inputs, target = torch.ones(4, 2), torch.ones(4, 1)


def train(unscale_in, update_in):  # two micro batches for each step
    model = nn.Linear(2, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler("cpu")
    try:
        for micro in 0, 1, 0, 1:
            loss = nn.MSELoss()(model(inputs), target) / 2
            scaler.scale(loss).backward()
            if micro in unscale_in:
                scaler.unscale_(optimizer)
                nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            if micro == 1:
                scaler.step(optimizer)
                optimizer.zero_grad()
            if micro in update_in:
                scaler.update()
        print("two steps")
    except RuntimeError as error:
        print(error)


# Wrong: in each micro batch, or without update().
train(unscale_in=[0, 1], update_in=[1])
# > unscale_() has already been called on this optimizer since the last update().
train(unscale_in=[1], update_in=[])
# > unscale_() is being called after step().

# Right: once, before the step, and update() after it.
train(unscale_in=[1], update_in=[1])
# > two steps
