"""In a sum, the loss with the larger gradient decides the steps."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(400, 4)
price = 200 + 50 * x[:, :1] + 20 * torch.randn(400, 1)
kind = (x[:, 1] > x[:, 2]).long()


def train(target):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 3))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for step in range(200):
        outputs = model(x)
        first = nn.MSELoss()(outputs[:, :1], target)
        second = nn.CrossEntropyLoss()(outputs[:, 1:], kind)
        optimizer.zero_grad()
        (first + second).backward()
        optimizer.step()
        if step in (0, 199):
            print(f"MSE {first:.0e}, cross-entropy {second:.2f}")


# Wrong: prices in the hundreds.
target = price
train(target)
# > MSE 4e+04, cross-entropy 0.66
# > MSE 3e+04, cross-entropy 0.69

# Right: standardised prices.
target = (price - price.mean()) / price.std()
train(target)
# > MSE 1e+00, cross-entropy 0.66
# > MSE 2e-01, cross-entropy 0.04
