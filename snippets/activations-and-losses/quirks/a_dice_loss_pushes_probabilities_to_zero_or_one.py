"""A Dice loss pushes a probability to 0 or 1, and BCE to the share."""

import torch
import torch.nn.functional as F

# Pixels that look alike: 30 of 100 belong to the object.
mask = (torch.arange(100) < 30).float()


def dice(p, mask):
    return (2 * (p * mask).sum() + 1) / (p.sum() + mask.sum() + 1)


def train(loss_of):
    z = torch.zeros(1, requires_grad=True)  # one logit for all of them
    optimizer = torch.optim.Adam([z], lr=0.1)
    for _ in range(1000):
        optimizer.zero_grad()
        loss_of(z.sigmoid().expand(100)).backward()
        optimizer.step()
    print(f"probability {z.sigmoid().item():.2f}")
    return z.sigmoid()


# Wrong: Dice alone, read as a probability.
alone = train(lambda p: 1 - dice(p, mask))
# > probability 1.00

# Right: cross-entropy gives the share of ones; both, what is between.
shared = train(lambda p: F.binary_cross_entropy(p, mask))
# > probability 0.30
train(lambda p: F.binary_cross_entropy(p, mask) + 1 - dice(p, mask))
# > probability 0.39

# Notice it: False for Dice, True for cross-entropy.
for p in alone, shared:
    print(((p.mean() - mask.mean()).abs() < 0.1).item())
# > False
# > True
