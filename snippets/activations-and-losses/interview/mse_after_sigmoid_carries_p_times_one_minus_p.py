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
    print(f"z = {z:.0f}, p = {p:.6f}")
    print(f"  MSE {mse:.6f}, 2 (p - y) p (1 - p) = {mse_by_hand:.6f}")
    print(f"  BCE {bce:.6f}, p - y = {p - target:.6f}, {bce / mse:.0f} x")
# > z = 0, p = 0.500000
# >   MSE -0.250000, 2 (p - y) p (1 - p) = -0.250000
# >   BCE -0.500000, p - y = -0.500000, 2 x
# > z = -2, p = 0.119203
# >   MSE -0.184956, 2 (p - y) p (1 - p) = -0.184956
# >   BCE -0.880797, p - y = -0.880797, 5 x
# > z = -5, p = 0.006693
# >   MSE -0.013207, 2 (p - y) p (1 - p) = -0.013207
# >   BCE -0.993307, p - y = -0.993307, 75 x
# > z = -10, p = 0.000045
# >   MSE -0.000091, 2 (p - y) p (1 - p) = -0.000091
# >   BCE -0.999955, p - y = -0.999955, 11014 x
