"""A run that resumes without the optimizer's state jumps back."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(64, 5)
target = inputs @ torch.randn(5, 1)
start = nn.Sequential(nn.Linear(5, 16), nn.Tanh(), nn.Linear(16, 1))


def train(net, steps, saved):
    optimizer = torch.optim.Adam(net.parameters(), lr=0.05)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.98)
    for part, state in zip((optimizer, scheduler), saved, strict=False):
        part.load_state_dict(state)
    losses = []
    for _ in range(steps):
        loss = nn.MSELoss()(net(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    print(f"worst of the last ten steps: {max(losses[-10:]):.2f}")
    return [optimizer.state_dict(), scheduler.state_dict()]


saved = train(start, 200, saved=[])
# > worst of the last ten steps: 0.04
weights = {name: w.clone() for name, w in start.state_dict().items()}

# Wrong: a checkpoint of the weights alone.
train(start, 10, saved=[])
# > worst of the last ten steps: 0.16

# Right: with the states of optimizer and scheduler.
start.load_state_dict(weights)
train(start, 10, saved=saved)
# > worst of the last ten steps: 0.03
