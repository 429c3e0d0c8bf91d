"""`delta` of HuberLoss is in the units of the target, as is beta."""

import torch
from torch import nn

data = torch.tensor([0.0, 1.0, 2.0, 7.0, 30.0])  # 30 is an outlier
answers = torch.linspace(0, 10, 1001)


def best(criterion, unit):
    losses = [criterion(unit * a.expand(5), unit * data) for a in answers]
    return answers[torch.stack(losses).argmin()].item()


def show(unit, huber, smooth_l1):
    found = best(huber, unit), best(smooth_l1, unit)
    print(f"unit {unit:g}: best answers {found[0]:.1f}, {found[1]:.1f}")
    share = ((data - found[0]).abs() > huber.delta / unit).float().mean()
    print(bool(0 < share < 0.5))  # Notice it


# Wrong: the default, 1, whatever the units.
for unit in 0.01, 1000.0:
    huber = nn.HuberLoss()
    smooth_l1 = nn.SmoothL1Loss()
    show(unit, huber, smooth_l1)
# > unit 0.01: best answers 8.0, 8.0
# > False
# > unit 1000: best answers 2.0, 2.0
# > False

# Right: as large as an error that you call usual.
for unit in 0.01, 1000.0:
    huber = nn.HuberLoss(delta=4 * unit)
    smooth_l1 = nn.SmoothL1Loss(beta=4 * unit)
    show(unit, huber, smooth_l1)
# > unit 0.01: best answers 3.5, 3.5
# > True
# > unit 1000: best answers 3.5, 3.5
# > True
