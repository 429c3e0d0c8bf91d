"""The alpha and beta of a Tversky loss weigh two kinds of mistakes."""

import torch

mask = torch.tensor([1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0])
too_much = torch.tensor([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0])
too_little = torch.tensor([1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])


def tversky_loss(p, y, alpha, beta, smooth=1.0):
    common = (p * y).sum()
    false_alarms = (p * (1 - y)).sum()
    missed = ((1 - p) * y).sum()
    both = alpha * false_alarms + beta * missed
    return 1 - (common + smooth) / (common + both + smooth)


# Wrong: mask and prediction exchanged, so that missed ones are cheap.
for p in too_much, too_little:
    print(f"{tversky_loss(mask, p, alpha=0.3, beta=0.7):.2f}")
# > 0.22
# > 0.17

# Right: the prediction first; what is missed costs more.
for p in too_much, too_little:
    print(f"{tversky_loss(p, mask, alpha=0.3, beta=0.7):.2f}")
# > 0.11
# > 0.32

# Notice it: False for the exchanged ones, True for the right order.
for first in False, True:
    costs = []
    for p in too_much, too_little:
        pair = (p, mask) if first else (mask, p)
        costs.append(tversky_loss(*pair, alpha=0.3, beta=0.7))
    print((costs[1] > costs[0]).item())
# > False
# > True
