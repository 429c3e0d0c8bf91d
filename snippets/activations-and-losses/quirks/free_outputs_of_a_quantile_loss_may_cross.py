"""Free outputs of a quantile loss may cross; a running sum may not."""

import torch
from torch import nn
from torch.nn.functional import softplus

torch.manual_seed(0)
levels = torch.tensor([0.1, 0.5, 0.9])
x = torch.rand(500, 1)
y = 5 + x * torch.randn(500, 1)  # wider for a larger x


def train(order):
    model = nn.Linear(1, 3)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(500):
        error = y - order(model(x))
        loss = torch.maximum(levels * error, (levels - 1) * error).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    new = torch.linspace(-1, 1, 200)[:, None]
    crossed = (order(model(new)).diff(dim=1) < 0).any(dim=1)
    print(f"loss {loss:.1f}, crossed {crossed.float().mean():.1f}")


# Wrong: three outputs that know nothing of each other.
train(lambda z: z)
# > loss 0.1, crossed 0.5

# Right: the lowest one, and two steps up, which are positive.
train(lambda z: torch.cat([z[:, :1], softplus(z[:, 1:])], 1).cumsum(1))
# > loss 0.1, crossed 0.0
