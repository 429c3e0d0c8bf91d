"""The exponential of a mean of logarithms is below the mean."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.rand(2000, 1)
sales = torch.exp(2 + x + torch.randn(2000, 1))
y = sales.log()
model = nn.Linear(1, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
for _ in range(500):
    loss = nn.functional.mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
outputs = model(x).detach()
print(f"mean of the sales {sales.mean():.0f}")
# > mean of the sales 20

# Wrong: the logarithm is undone, and that is all.
forecast = outputs.exp()
print(f"mean of the forecast {forecast.mean():.0f}")
# > mean of the forecast 12

# Right: times the mean factor by which a sale differs from it.
forecast = outputs.exp() * (y - outputs).exp().mean()
print(f"mean of the forecast {forecast.mean():.0f}")
# > mean of the forecast 20
