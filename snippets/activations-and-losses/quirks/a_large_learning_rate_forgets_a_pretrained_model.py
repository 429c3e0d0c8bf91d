"""A large learning rate makes a pretrained model forget."""

import torch
from torch import nn


def fit(model, x, y, lr):
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    for _ in range(100):
        loss = nn.CrossEntropyLoss()(model(x), y.long())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.1f}, spread {model(x).std(dim=0).mean():.1f}")


def pretrained():
    torch.manual_seed(0)
    layers = [nn.Linear(2, 32), nn.ReLU()]
    for _ in range(5):
        layers += [nn.Linear(32, 32), nn.ReLU()]
    x = torch.randn(500, 2)
    quadrant = 2 * (x[:, 0] > 0) + (x[:, 1] > 0)
    fit(nn.Sequential(*layers, nn.Linear(32, 4)), x, quadrant, 0.003)
    return nn.Sequential(*layers, nn.Linear(32, 2))  # a new last layer


x = torch.randn(100, 2, generator=torch.Generator().manual_seed(1))

# Wrong: a learning rate that is large for a trained model.
lr = 0.3
fit(pretrained(), x, x[:, 0] * x[:, 1] > 0, lr)
# > loss 0.0, spread 23.5
# > loss 0.7, spread 0.0

# Right: a small one.
lr = 0.001
fit(pretrained(), x, x[:, 0] * x[:, 1] > 0, lr)
# > loss 0.0, spread 23.5
# > loss 0.1, spread 2.9
