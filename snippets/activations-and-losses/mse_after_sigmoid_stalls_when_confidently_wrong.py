"""MSE after a sigmoid has almost no gradient at a confident mistake."""

import torch
from torch import nn

target = torch.tensor([1.0])

for z in (-2.0, -5.0, -10.0):
    logit = torch.tensor([z], requires_grad=True)
    nn.MSELoss()(torch.sigmoid(logit), target).backward()
    mse = logit.grad.item()

    logit = torch.tensor([z], requires_grad=True)
    nn.BCEWithLogitsLoss()(logit, target).backward()
    bce = logit.grad.item()

    print(f"z {z:.0f}: MSE {mse:.1e}, BCE {bce:.1e}, ratio {bce / mse:.1f}")
# > z -2: MSE -1.8e-01, BCE -8.8e-01, ratio 4.8
# > z -5: MSE -1.3e-02, BCE -9.9e-01, ratio 75.2
# > z -10: MSE -9.1e-05, BCE -1.0e+00, ratio 11014.2
