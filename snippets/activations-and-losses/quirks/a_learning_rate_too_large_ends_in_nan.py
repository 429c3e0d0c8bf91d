"""A learning rate that is too large ends in nan, though data are fine."""

import torch
from torch import nn

x = torch.linspace(-1, 1, 64).unsqueeze(1)
y = 3 * x + 5


def build():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))


def train(model, optimizer, limit=torch.inf):
    losses = []
    for _ in range(300):
        loss = nn.MSELoss()(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), limit)
        optimizer.step()
        losses.append(loss.item())
    shown = [f"{loss:.0e}" for loss in (*losses[:4], losses[-1])]
    # Notice it: the check is False where the loss has grown, else True.
    print(*shown, losses[3] < losses[0])


# Wrong: a step that jumps over the minimum.
model = build()
train(model, torch.optim.SGD(model.parameters(), lr=0.3))
# > 3e+01 4e+02 1e+04 4e+06 nan False

# Right: a tenth of it. A limit on the gradient stops the growth, too.
model = build()
train(model, torch.optim.SGD(model.parameters(), lr=0.03))
# > 3e+01 9e+00 3e+00 2e+00 2e-02 True
model = build()
train(model, torch.optim.SGD(model.parameters(), lr=0.3), limit=1.0)
# > 3e+01 2e+01 1e+01 8e+00 2e-01 True
