"""Free outputs of a quantile loss may cross; a running sum may not."""

import torch
from torch import nn
from torch.nn.functional import softplus

torch.manual_seed(0)
levels = torch.tensor([0.1, 0.5, 0.9])
known = torch.rand(500, 1)
y = 5 + known * torch.randn(500, 1)  # wider for a larger x
x = torch.cat([known, torch.linspace(-1, 1, 200)[:, None]])


def training():
    model = nn.Linear(1, 3)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(500):
        yield model  # and the loop below computes the quantiles
        error = y - quantiles[:500]
        loss = torch.maximum(levels * error, (levels - 1) * error).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    crossed = (quantiles[500:].diff(dim=1) < 0).any(dim=1).float().mean()
    print(f"loss {loss:.1f}, crossed {crossed:.1f}")


# Wrong: three outputs that know nothing of each other.
for model in training():
    quantiles = model(x)
# > loss 0.1, crossed 0.5

# Right: the lowest one, and two steps up, which are positive.
for model in training():
    z = model(x)
    steps = softplus(z[:, 1:])
    quantiles = torch.cat([z[:, :1], steps], dim=1).cumsum(dim=1)
# > loss 0.1, crossed 0.0
