"""Losses refuse an option outside its range, and some check late."""

import torch
from torch import nn

outputs = torch.tensor([[2.0, 0.5, 0.0], [0.2, 0.4, 1.0]])
target, labels = outputs.flip(0), torch.tensor([0, 2])


def show(p, margin, threshold):
    for loss in (
        lambda: nn.MultiMarginLoss(p=p)(outputs, labels),
        lambda: nn.TripletMarginLoss(margin)(outputs, target, -target),
        lambda: nn.HuberLoss(delta=threshold)(outputs, target),
        lambda: nn.SmoothL1Loss(beta=threshold)(outputs, target),
    ):
        try:
            print(f"loss {loss():.4f}")
        except (ValueError, RuntimeError) as error:
            print(error)


# Wrong: a third power, a margin and a threshold below 0.
show(p=3, margin=-1.0, threshold=-1.0)
# > only p == 1 and p == 2 supported
# > TripletMarginLoss: expected margin to be greater than 0, got -1.0 instead
# > huber_loss does not support non-positive values for delta.
# > smooth_l1_loss does not support negative values for beta.

# Right: 1 or 2, and above 0.
show(p=2, margin=1.0, threshold=1.0)
# > loss 0.0333
# > loss 0.4828
# > loss 0.6017
# > loss 0.6017

# HuberLoss is checked when called, and this margin not at all.
nn.HuberLoss(delta=-1.0)
print(f"{nn.MultiMarginLoss(margin=-1.0)(outputs, labels):.4f}")
# > 0.0000
