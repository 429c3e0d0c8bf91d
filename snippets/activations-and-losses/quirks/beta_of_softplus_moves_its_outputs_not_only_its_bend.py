"""`beta` of Softplus divides its output, so that a small one lifts it."""

import torch
from torch import nn


def show(softplus):
    inputs = torch.tensor([0.0, -1.0], requires_grad=True)
    zero, below = outputs = softplus(inputs)
    below.backward()
    slope = inputs.grad[1]
    print(f"at 0 {zero:.4f}, at -1 {below:.4f}, slope {slope:.4f}")
    return outputs


# Wrong: below 0, which is not refused.
softplus = nn.Softplus(beta=-1.0)
wrong = show(softplus)
# > at 0 -0.6931, at -1 -1.3133, slope 0.7311

# Right: the default, unless you know what the outputs shall be.
softplus = nn.Softplus(beta=1.0)
right = show(softplus)
# > at 0 0.6931, at -1 0.3133, slope 0.2689

# Others move the value at 0, which is the logarithm of 2, by beta.
for beta in 0.0, 0.1, 100.0:
    print("beta", beta, end=": ")
    show(nn.Softplus(beta=beta))
# > beta 0.0: at 0 inf, at -1 inf, slope 0.5000
# > beta 0.1: at 0 6.9315, at -1 6.4440, slope 0.4750
# > beta 100.0: at 0 0.0069, at -1 0.0000, slope 0.0000

# Notice it: a softplus is positive and finite: False, then True.
for outputs in wrong, right:
    print(bool(((outputs > 0) & outputs.isfinite()).all()))
# > False
# > True
