"""For an empty mask a Dice loss is 1 or nan without smoothing above."""

import torch

mask = torch.zeros(100)  # nothing to find in this image


def dice_loss(p, above, below):
    common, both = (p * mask).sum(), (p + mask).sum()
    return 1 - (2 * common + above) / (both + below)


def report(above, below):
    for chance in 0.0, 0.5:  # right, and wrong
        p = torch.full((100,), chance, requires_grad=True)
        loss = dice_loss(p, above, below)
        (slope,) = torch.autograd.grad(loss, p)
        print(f"p {chance}: {loss.item():.2f}, {slope[0].item():.4f}")


# Wrong: no smoothing, and smoothing below alone: loss, and slope.
report(0, 0)
# > p 0.0: nan, nan
# > p 0.5: 1.00, 0.0000
report(0, 1)
# > p 0.0: 1.00, 0.0000
# > p 0.5: 1.00, 0.0000

# Right: the same number above and below.
report(1, 1)
# > p 0.0: 0.00, 1.0000
# > p 0.5: 0.98, 0.0004

# Notice it: False without smoothing above, True with it.
for above in 0, 1:
    print((dice_loss(mask, above, 1) < 0.01).item())
# > False
# > True
