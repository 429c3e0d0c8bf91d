"""What has not arrived yet needs larger steps, and more of them."""

import torch
from torch import nn


def fit(sizes, prices):
    model = nn.Linear(1, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e4)
    for _ in range(400):
        loss = ((model(sizes) - prices) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    def predict(sizes):
        with torch.no_grad():
            return model(sizes).squeeze(1)

    return predict
