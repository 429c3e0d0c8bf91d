"""A learnable slope is an nn.Parameter, not a tensor or a product."""

import torch
from torch import nn

x = torch.linspace(-3, 3, 50)[:, None]


class Swish(nn.Module):
    def __init__(self, beta):
        super().__init__()
        self.beta = beta

    def forward(self, x):
        return x * torch.sigmoid(self.beta * x)


def train(beta):
    model = nn.Sequential(nn.BatchNorm1d(1), Swish(beta))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    try:
        for _ in range(500):
            loss = nn.functional.mse_loss(model(x), x.clamp(min=0))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(f"beta {beta.item():.2f}", "1.beta" in model.state_dict())
    except RuntimeError as error:
        print(str(error).split(" (")[0])


# Wrong: a tensor; and a product with a Parameter.
train(torch.tensor(0.5, requires_grad=True))
# > beta 0.50 False
train(0.5 * nn.Parameter(torch.tensor(1.0)))
# > Trying to backward through the graph a second time

# Right: a Parameter.
train(nn.Parameter(torch.tensor(0.5)))
# > beta 2.78 True
