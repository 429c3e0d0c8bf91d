"""A flat prediction is the mean of the targets."""

import torch
from torch import nn

prices = torch.linspace(3000, 5000, 64)[:, None]
y = torch.sin(prices / 300)
print(f"variance {y.var():.1f}, std of the targets {y.std():.1f}")
# > variance 0.5, std of the targets 0.7


def forecast(inputs):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(2000):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(inputs), y)
        loss.backward()
        optimizer.step()
    prediction = model(inputs).detach()
    print(f"loss {loss:.1f}, std of the predictions {prediction.std():.1f}")
    return prediction


# Wrong: thousands saturate the Tanh of every unit.
x = prices
wrong = forecast(x)
# > loss 0.5, std of the predictions 0.0

# Right: the same numbers with mean 0 and deviation 1.
x = (prices - prices.mean(dim=0)) / prices.std(dim=0)
right = forecast(x)
# > loss 0.0, std of the predictions 0.7

# Notice it: False for the flat line, True for the curve.
for prediction in wrong, right:
    print((prediction.std() > 0.1 * y.std()).item())
# > False
# > True
