"""Large targets are out of reach of a fresh network and small steps."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(200, 3)
prices = 200_000 + 50_000 * inputs[:, :1]


def train(target):
    model = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(200):
        loss = nn.functional.mse_loss(model(inputs), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


# Wrong: the prices as they are.
target = prices
model = train(target)
outputs = model(inputs)
print(f"{outputs.mean() / 1000:.0f} +- {outputs.std() / 1000:.0f}")
# > 0 +- 0

# Right: standardised for the loss, and back for the reader.
mean, deviation = prices.mean(), prices.std()
target = (prices - mean) / deviation
model = train(target)
outputs = model(inputs) * deviation + mean
print(f"{outputs.mean() / 1000:.0f} +- {outputs.std() / 1000:.0f}")
# > 200 +- 51

# Notice it: False for the prices, True for the standardised.
print(bool(prices.abs().mean() < 10), bool(target.abs().mean() < 10))
# > False True
