"""alpha is the slope of ELU just below zero, and CELU has a slope of 1."""

import torch
from torch import nn


def show(activation):
    inputs = torch.tensor([-0.01, -30.0], requires_grad=True)
    outputs = activation(inputs)
    outputs.sum().backward()
    slope, lowest = inputs.grad[0], outputs[1]
    print(f"{activation}: slope {slope:.2f}, lowest {lowest:.3g}")
    return slope


# Wrong: the alpha of a model with CELU.
wrong = show(nn.ELU(alpha=3.0))
# > ELU(alpha=3.0): slope 2.97, lowest -3

# Right: the same function as in that model.
right = show(nn.CELU(alpha=3.0))
# > CELU(alpha=3.0): slope 1.00, lowest -3

# At the default they are one function. Below 0, no alpha is refused.
show(nn.ELU(alpha=1.0))
# > ELU(alpha=1.0): slope 0.99, lowest -1
show(nn.CELU(alpha=1.0))
# > CELU(alpha=1.0): slope 0.99, lowest -1
show(nn.ELU(alpha=-1.0))
# > ELU(alpha=-1.0): slope -0.99, lowest 1
show(nn.CELU(alpha=-1.0))
# > CELU(alpha=-1.0): slope 1.01, lowest -1.07e+13

# What ten layers make of a small gradient.
for slope in wrong, right:
    print(f"{slope**10:.2g}")
# > 5.3e+04
# > 0.97

# Notice it: the check is False for ELU(alpha=3.0), True for CELU.
for slope in wrong, right:
    print(bool(abs(slope - 1) < 0.1))
# > False
# > True
