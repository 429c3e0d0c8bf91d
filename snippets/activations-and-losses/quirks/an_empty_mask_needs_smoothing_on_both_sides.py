"""For an empty mask a Dice loss is 1 or nan without smoothing above."""

import torch

mask = torch.zeros(100)  # nothing to find in this image
wrong = torch.full((100,), 0.5, requires_grad=True)
right = torch.zeros(100, requires_grad=True)


def report(p, loss):
    (slope,) = torch.autograd.grad(loss, p, retain_graph=True)
    print(f"p {p.mean():.1f}: {loss:.2f}, {slope.mean():.4f}")


# Wrong: smoothing below alone, and no smoothing: loss, and slope.
for p in wrong, right:
    common, both = (p * mask).sum(), (p + mask).sum()
    loss = 1 - 2 * common / (both + 1)
    report(p, loss)
    report(p, 1 - 2 * common / both)
# > p 0.5: 1.00, 0.0000
# > p 0.5: 1.00, 0.0000
# > p 0.0: 1.00, 0.0000
# > p 0.0: nan, nan
before = loss

# Right: the same number above and below.
for p in wrong, right:
    common, both = (p * mask).sum(), (p + mask).sum()
    loss = 1 - (2 * common + 1) / (both + 1)
    report(p, loss)
# > p 0.5: 0.98, 0.0004
# > p 0.0: 0.00, 1.0000

# Notice it: False without smoothing above, True with it.
for dice_loss in before, loss:
    print((dice_loss < 0.01).item())
# > False
# > True
