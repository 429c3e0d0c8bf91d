"""A forecast that repeats the last value looks perfect beside the curve."""

import torch
from torch import nn

torch.manual_seed(0)
prices = torch.randn(1000).cumsum(dim=0)  # steps that nothing foretells
x = prices.unfold(0, 8, 1)[:-1]  # eight prices each; the next is asked for


def forecast(target):
    model = nn.Linear(8, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(1000):
        loss = nn.MSELoss()(model(x[:500])[:, 0], target[:500])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        error = nn.MSELoss()(model(x[500:])[:, 0], target[500:])
    print(f"error {error:.1f}, R2 {1 - error / target[500:].var():.2f}")


# What costs nothing: the last price again.
error = nn.MSELoss()(prices[507:-1], prices[508:])
print(f"last value: error {error:.1f}")
# > last value: error 1.1

# Wrong: the next price. The curve looks perfect, one step late.
target = prices[8:]
forecast(target)
# > error 1.3, R2 0.97

# Right: the change since the last price. Nothing was learned.
target = prices[8:] - prices[7:-1]
forecast(target)
# > error 1.1, R2 0.01
