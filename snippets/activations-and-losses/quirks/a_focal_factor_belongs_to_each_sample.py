"""A focal loss weighs each sample by how wrong that sample is."""

import torch
import torch.nn.functional as F

labels = torch.tensor([0.0] * 95 + [1.0] * 5)
logits = torch.tensor([-3.0] * 95 + [-1.0] * 5)  # easy ones, hard ones


def look(loss_of):  # the share of the hard ones in the slope
    z = logits.clone().requires_grad_()
    bce = F.binary_cross_entropy_with_logits(z, labels, reduction="none")
    loss = loss_of(bce, z.sigmoid())
    (slope,) = torch.autograd.grad(loss, z)
    share = slope[95:].abs().sum() / slope.abs().sum()
    print(f"loss {loss.item():.3f}, hard ones {share.item():.0%}")


# Without a factor.
look(lambda bce, p: bce.mean())
# > loss 0.112, hard ones 45%

# Wrong: one factor for all, and then p of a yes where no is true.
look(lambda bce, p: (1 - torch.exp(-bce.mean())) ** 2 * bce.mean())
# > loss 0.001, hard ones 45%
look(lambda bce, p: ((1 - p) ** 2 * bce).mean())
# > loss 0.077, hard ones 51%

# Right: p of the true label for each sample, and the mean last.
look(lambda bce, p: ((1 - torch.exp(-bce)) ** 2 * bce).mean())
# > loss 0.035, hard ones 99%

# Notice it: False for one factor, True for one for each sample.
bce = F.binary_cross_entropy_with_logits(logits, labels, reduction="none")
for factor in 1 - torch.exp(-bce.mean()), 1 - torch.exp(-bce):
    print(factor.shape == labels.shape)
# > False
# > True
