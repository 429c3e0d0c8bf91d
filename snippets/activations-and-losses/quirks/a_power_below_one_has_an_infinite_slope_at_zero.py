"""A power below one has an infinite slope at zero, as in a focal loss."""

import torch
import torch.nn.functional as F

labels = torch.tensor([1.0, 0.0])
logits = torch.tensor([40.0, -1.0], requires_grad=True)  # one is sure
bce = F.binary_cross_entropy_with_logits(logits, labels, reduction="none")
p = torch.exp(-bce)  # the probability of the true label


def report(loss):
    (slope,) = torch.autograd.grad(loss.mean(), logits, retain_graph=True)
    print(f"loss {loss.mean():.4f}, gradient", *(f"{x:.4f}" for x in slope))


# Wrong: 1 - p is exactly 0 for the sure one.
report((1 - p) ** 0.5 * bce)
# > loss 0.0812, gradient nan 0.0994

# Right: the base of the power stays above 0.
report((1 - p).clamp(min=1e-6) ** 0.5 * bce)
# > loss 0.0812, gradient 0.0000 0.0994

# From 1 on, the slope is finite.
for gamma in 0.9, 1.0, 2.0:
    report((1 - p) ** gamma * bce)
# > loss 0.0480, gradient nan 0.0728
# > loss 0.0421, gradient 0.0000 0.0670
# > loss 0.0113, gradient 0.0000 0.0263

# Notice it: False for a base of 0, True for one above it.
for base in 1 - p, (1 - p).clamp(min=1e-6):
    print((base > 0).all().item())
# > False
# > True
