"""Let this regression learn a price for each house.

`fit(sizes, prices)` gets sizes of shape (N, 1), in hundreds of square
metres, and prices of shape (N,), in dollars or in millions of dollars.
It returns a function that predicts, for sizes of shape (M, 1), prices of
shape (M,) in the same unit. The prices lie on a line. In millions, this
program gives every house the mean price; in dollars it does not come near
any. Mend both: be right to one part in fifty of what the prices span.
"""

import torch
from torch import nn


def fit(sizes, prices):
    # TODO: find out why, and mend it.
    model = nn.Linear(1, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(200):
        loss = ((model(sizes) - prices) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    def predict(sizes):
        with torch.no_grad():
            return model(sizes).squeeze(1)

    return predict
