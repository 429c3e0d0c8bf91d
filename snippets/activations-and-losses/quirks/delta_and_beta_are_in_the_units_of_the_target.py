"""`delta` of HuberLoss is in the units of the target, as is beta."""

import torch
from torch import nn

data = torch.tensor([0.0, 1.0, 2.0, 7.0, 30.0])  # 30 is an outlier
answers = torch.linspace(0, 10, 1001)


def best(criterion, unit):
    losses = [criterion(unit * a.expand(5), unit * data) for a in answers]
    return answers[torch.stack(losses).argmin()].item()


def show(threshold):
    for unit in 0.01, 1000.0:
        huber = nn.HuberLoss(delta=threshold(unit))
        smooth_l1 = nn.SmoothL1Loss(beta=threshold(unit))
        found = best(huber, unit), best(smooth_l1, unit)
        print(f"unit {unit:g}: best answers {found[0]:.1f}, {found[1]:.1f}")
    share = (data - found[0]).abs() > threshold(unit) / unit
    return share.float().mean()


# Wrong: the default, 1, whatever the units.
wrong = show(lambda unit: 1.0)
# > unit 0.01: best answers 8.0, 8.0
# > unit 1000: best answers 2.0, 2.0

# Right: as large as an error that you call usual.
right = show(lambda unit: 4.0 * unit)
# > unit 0.01: best answers 3.5, 3.5
# > unit 1000: best answers 3.5, 3.5

# Notice it: some errors exceed it, and most do not: False, then True.
for share in wrong, right:
    print(bool(0 < share < 0.5))
# > False
# > True
