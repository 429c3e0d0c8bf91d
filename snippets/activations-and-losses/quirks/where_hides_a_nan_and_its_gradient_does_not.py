"""`torch.where` hides the nan of a branch, and not that of its gradient."""

import torch
from torch import nn

softmax = nn.Softmax(dim=0)


def show(entropy):
    logits = torch.tensor([2.0, 1.0, -200.0], requires_grad=True)
    value = entropy(softmax(logits))
    value.backward()
    slopes = ", ".join(f"{slope:.4f}" for slope in logits.grad)
    print(f"entropy {value:.4f}, gradient {slopes}")
    return logits


# Wrong: the dropped branch still computes the logarithm of zero.
wrong = show(lambda p: -torch.where(p > 0, p * p.log(), 0.0).sum())
# > entropy 0.5822, gradient nan, nan, nan

# Right: the logarithm never sees a zero.
right = show(lambda p: -(p * torch.where(p > 0, p, 1.0).log()).sum())
# > entropy 0.5822, gradient -0.1966, 0.1966, 0.0000

# Notice it: the check is False with the nan, True without.
for logits in wrong, right:
    print(bool(logits.grad.isfinite().all()))
# > False
# > True
