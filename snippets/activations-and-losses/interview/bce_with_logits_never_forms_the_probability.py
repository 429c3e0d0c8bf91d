"""BCEWithLogitsLoss never forms the probability that would round to 1."""

import torch
from torch import nn

target = torch.tensor([0.0])

for z in (3.0, 20.0, 120.0):
    logit = torch.tensor([z], requires_grad=True)
    in_two = nn.BCELoss()(torch.sigmoid(logit), target)
    (slope_two,) = torch.autograd.grad(in_two, logit)
    fused = nn.BCEWithLogitsLoss()(logit, target)
    (slope_fused,) = torch.autograd.grad(fused, logit)
    # max(z, 0) - z y + log(1 + exp(-|z|)): the exponent is never positive.
    by_hand = logit.relu() - logit * target + (-logit.abs()).exp().log1p()

    print(f"z = {z:.0f}: by hand {by_hand.item():.4f}")
    print(f"  fused {fused:.4f}, slope {slope_fused.item():.4f}")
    print(f"  in two steps {in_two:.4f}, slope {slope_two.item():.4f}")
# > z = 3: by hand 3.0486
# >   fused 3.0486, slope 0.9526
# >   in two steps 3.0486, slope 0.9526
# > z = 20: by hand 20.0000
# >   fused 20.0000, slope 1.0000
# >   in two steps 100.0000, slope 0.0000
# > z = 120: by hand 120.0000
# >   fused 120.0000, slope 1.0000
# >   in two steps 100.0000, slope 0.0000
