"""A target that was scaled for training is scaled for good."""

import torch
from torch import nn


def fit(sizes, prices):
    mean, scale = prices.mean(), prices.std()
    target = ((prices - mean) / scale).unsqueeze(1)
    model = nn.Linear(1, 1)
    criterion = nn.MSELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(200):
        loss = criterion(model(sizes), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    def predict(sizes):
        with torch.no_grad():
            return model(sizes).squeeze(1)

    return predict
