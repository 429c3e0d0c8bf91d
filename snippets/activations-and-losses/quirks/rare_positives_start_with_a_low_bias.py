"""A head for rare objects starts with a bias that says: probably not."""

import math

import torch
from torch import nn

torch.manual_seed(0)
features = torch.randn(20_000, 16)  # of the anchors of a picture
target = torch.zeros(20_000)
target[:10] = 1.0  # ten of them have an object


def focal_loss(logits):
    loss = nn.functional.binary_cross_entropy_with_logits(
        logits, target, reduction="none"
    )
    missing = (target - logits.sigmoid()).abs()  # 1 - p of the right answer
    weight = torch.where(target == 1, 0.25, 0.75)
    return (weight * missing.square() * loss).sum() / target.sum()


head = nn.Linear(16, 1)
nn.init.normal_(head.weight, std=0.01)

# Wrong: a bias of 0, so that each anchor has the probability 0.5.
nn.init.zeros_(head.bias)
print(f"{focal_loss(head(features).flatten()):.0f}")
# > 260
print(f"{head(features).sigmoid().mean():.2f}")
# > 0.50

# Right: the bias of a probability of 0.01.
nn.init.constant_(head.bias, -math.log(0.99 / 0.01))
print(f"{focal_loss(head(features).flatten()):.0f}")
# > 1
print(f"{head(features).sigmoid().mean():.2f}")
# > 0.01
