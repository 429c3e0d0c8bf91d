"""beta of Softplus divides its output, so that a small one lifts it."""

import torch
from torch import nn


def show(beta):
    inputs = torch.tensor([0.0, -1.0], requires_grad=True)
    zero, below = outputs = nn.Softplus(beta=beta)(inputs)
    below.backward()
    print(f"beta {beta:g}: at 0 {zero:.4f}, at -1 {below:.4f}", end=", ")
    print(f"slope {inputs.grad[1]:.4f}")
    return outputs


# Wrong: a beta as a matter of taste.
show(beta=0.1)
# > beta 0.1: at 0 6.9315, at -1 6.4440, slope 0.4750
show(beta=100.0)
# > beta 100: at 0 0.0069, at -1 0.0000, slope 0.0000
wrong = show(beta=-1.0)
# > beta -1: at 0 -0.6931, at -1 -1.3133, slope 0.7311
show(beta=0.0)
# > beta 0: at 0 inf, at -1 inf, slope 0.5000

# Right: the default, unless you know what the outputs shall be.
right = show(beta=1.0)
# > beta 1: at 0 0.6931, at -1 0.3133, slope 0.2689

# Notice it: a softplus is positive and finite: False, then True.
for outputs in wrong, right:
    print(bool(((outputs > 0) & outputs.isfinite()).all()))
# > False
# > True
