"""With the shapes in order, the optimizer finds any target."""

import torch
from torch import nn


def fit(sizes, prices):
    model = nn.Linear(1, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(200):
        loss = ((model(sizes) - prices.unsqueeze(1)) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    def predict(sizes):
        with torch.no_grad():
            return model(sizes).squeeze(1)

    return predict
