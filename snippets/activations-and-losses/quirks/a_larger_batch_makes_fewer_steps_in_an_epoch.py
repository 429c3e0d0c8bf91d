"""A larger batch makes fewer steps, and none of them is longer."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(256, 4)
y = x.sum(dim=1, keepdim=True)


def train(batch_size, lr, epochs=1):
    model, criterion = nn.Linear(4, 1, bias=False), nn.MSELoss()
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    steps = 0
    for _ in range(epochs):
        for rows in torch.arange(256).split(batch_size):
            loss = criterion(model(x[rows]), y[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            steps += 1
    loss = criterion(model(x), y)
    print(f"batch {batch_size} steps {steps} loss {loss:.2f}")


train(8, lr=0.02)
# > batch 8 steps 32 loss 0.28

# Wrong: four times the batch, and the same learning rate.
train(32, lr=0.02)
# > batch 32 steps 8 loss 2.08

# Right: four times the learning rate, or the epochs.
train(32, lr=0.08)
# > batch 32 steps 8 loss 0.24
train(32, lr=0.02, epochs=4)
# > batch 32 steps 32 loss 0.29
