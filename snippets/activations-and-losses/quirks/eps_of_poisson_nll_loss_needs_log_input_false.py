"""`eps` of PoissonNLLLoss does nothing, unless log_input is False."""

import torch
from torch import nn

counts = torch.tensor([3.0])


def show(criterion):
    output = torch.tensor([0.0], requires_grad=True)
    loss = criterion(output, counts)
    loss.backward()
    slope = output.grad.item()
    print(f"loss {loss:.1f}, gradient {slope:.0e}")
    return slope


# Wrong: rates of 0 go in, and eps is all that keeps them from the log.
for eps in 0.0, 1e-8, 0.01:
    wrong = show(nn.PoissonNLLLoss(log_input=False, eps=eps))
# > loss inf, gradient -inf
# > loss 55.3, gradient -3e+08
# > loss 13.8, gradient -3e+02

# Right: the logarithm of the rate goes in. There eps does nothing.
for eps in 0.0, 1e-8, 0.01:
    right = show(nn.PoissonNLLLoss(log_input=True, eps=eps))
# > loss 1.0, gradient -2e+00
# > loss 1.0, gradient -2e+00
# > loss 1.0, gradient -2e+00

# Notice it: the check is False for a rate of 0, True for its logarithm.
for slope in wrong, right:
    print(abs(slope) < 100)
# > False
# > True
