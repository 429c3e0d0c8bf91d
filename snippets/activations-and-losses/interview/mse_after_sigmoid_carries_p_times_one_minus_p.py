"""The gradient of MSE after a sigmoid carries the factor p (1 - p)."""

import torch
from torch import nn

target = torch.tensor(1.0)

for z in (0.0, -2.0, -5.0, -10.0):
    logit = torch.tensor(z, requires_grad=True)
    nn.MSELoss()(torch.sigmoid(logit), target).backward()
    mse = logit.grad

    logit = torch.tensor(z, requires_grad=True)
    nn.BCEWithLogitsLoss()(logit, target).backward()
    bce = logit.grad

    p = torch.sigmoid(logit).detach()
    mse_by_hand = 2 * (p - target) * p * (1 - p)
    print(f"z = {z:.0f}, p = {p:.3g}")
    print(f"  MSE {mse:.3g}, 2 (p - y) p (1 - p) = {mse_by_hand:.3g}")
    print(f"  BCE {bce:.3g}, p - y = {p - target:.3g}, {bce / mse:.0f} x")
# > z = 0, p = 0.5
# >   MSE -0.25, 2 (p - y) p (1 - p) = -0.25
# >   BCE -0.5, p - y = -0.5, 2 x
# > z = -2, p = 0.119
# >   MSE -0.185, 2 (p - y) p (1 - p) = -0.185
# >   BCE -0.881, p - y = -0.881, 5 x
# > z = -5, p = 0.00669
# >   MSE -0.0132, 2 (p - y) p (1 - p) = -0.0132
# >   BCE -0.993, p - y = -0.993, 75 x
# > z = -10, p = 4.54e-05
# >   MSE -9.08e-05, 2 (p - y) p (1 - p) = -9.08e-05
# >   BCE -1, p - y = -1, 11014 x
