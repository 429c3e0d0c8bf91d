"""One minus a softmax rounds to 0, and its logarithm to -inf."""

import torch
from torch import nn

logits = torch.tensor([[20.0, 1.0, 0.0], [2.0, 1.0, 0.0]])  # class 0: never


def show(log_complement):
    z = logits.clone().requires_grad_()
    loss = -log_complement(z)  # a penalty for the probability of class 0
    loss.mean().backward()
    slope = z.grad[0, 0].abs()
    print(f"losses {loss[0]:.3f}, {loss[1]:.3f}, slope {slope:.2f}")
    return loss


softmax, log_softmax = nn.Softmax(dim=1), nn.LogSoftmax(dim=1)

# Wrong: one minus a probability that has been rounded to 1.
wrong = show(lambda z: torch.log(1 - softmax(z)[:, 0]))
# > losses inf, 1.094, slope nan

# Right: the logarithm of the sum over the other classes.
right = show(lambda z: log_softmax(z)[:, 1:].logsumexp(dim=1))
# > losses 18.687, 1.094, slope 0.50

# A clamp makes the loss finite and leaves no gradient to learn from.
show(lambda z: torch.log((1 - softmax(z)[:, 0]).clamp(min=1e-7)))
# > losses 16.118, 1.094, slope 0.00

# Notice it: False for the subtraction, True for the sum.
for loss in wrong, right:
    print(loss.isfinite().all().item())
# > False
# > True
