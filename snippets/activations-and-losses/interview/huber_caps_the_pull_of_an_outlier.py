"""Huber caps the pull of an outlier; the squared error follows it."""

import torch
from torch import nn

target = torch.tensor([1.0, 2.0, 3.0, 4.0, 100.0])
criteria = {
    "MSE": nn.MSELoss(reduction="sum"),
    "L1": nn.L1Loss(reduction="sum"),
    "Huber": nn.HuberLoss(delta=5.0, reduction="sum"),
}

for name, criterion in criteria.items():
    # One guess for all five; it is best where the pulls add up to 0.
    for guess in (3.0, 3.75, 22.0):
        outputs = torch.full((5,), guess, requires_grad=True)
        criterion(outputs, target).backward()
        pull, outlier = outputs.grad.sum(), outputs.grad[4]
        print(f"{name} at {guess}: {pull:.1f}, outlier {outlier:.1f}")
# > MSE at 3.0: -190.0, outlier -194.0
# > MSE at 3.75: -182.5, outlier -192.5
# > MSE at 22.0: 0.0, outlier -156.0
# > L1 at 3.0: 0.0, outlier -1.0
# > L1 at 3.75: 1.0, outlier -1.0
# > L1 at 22.0: 3.0, outlier -1.0
# > Huber at 3.0: -3.0, outlier -5.0
# > Huber at 3.75: 0.0, outlier -5.0
# > Huber at 22.0: 15.0, outlier -5.0
