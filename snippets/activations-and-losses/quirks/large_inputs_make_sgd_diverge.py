"""SGD diverges when the step is too long for the scale of the inputs."""

import torch
from torch import nn

ages = torch.tensor([[20.0], [35.0], [50.0], [65.0], [80.0]])


def train(inputs, lr=0.01):
    torch.manual_seed(0)
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(400):
        optimizer.zero_grad()
        loss = nn.MSELoss()(model(inputs), 3 * ages + 10)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    print(", ".join(f"{loss:.0e}" for loss in losses[:4] + losses[-1:]))
    # Notice it: False where the loss grows, True where it falls.
    print(losses[3] < losses[0])


# Wrong: inputs as they are, from 20 to 80.
inputs = ages
train(inputs)
# > 3e+04, 1e+08, 3e+11, 1e+15, nan
# > False

# Right: inputs with mean 0 and spread 1.
inputs = (ages - ages.mean()) / ages.std()
train(inputs)
# > 3e+04, 3e+04, 3e+04, 3e+04, 1e-02
# > True

# A learning rate that is short enough for 80 is slow for the bias.
train(ages, lr=0.0003)
# > 3e+04, 2e+04, 1e+04, 6e+03, 1e+01
# > True
