"""`alpha` is the slope of ELU just below zero; that of CELU is 1."""

import torch
from torch import nn


def show(activation):
    inputs = torch.tensor([-0.01, -30.0], requires_grad=True)
    outputs = activation(inputs)
    outputs.sum().backward()
    print(f"{activation}: slope {inputs.grad[0]:.2f}", end=", ")
    print(f"lowest {outputs[1]:.3g}")
    return inputs.grad[0]


# Wrong: the alpha of a model with CELU.
wrong = show(nn.ELU(alpha=3.0))
# > ELU(alpha=3.0): slope 2.97, lowest -3

# Right: the same function as in that model.
right = show(nn.CELU(alpha=3.0))
# > CELU(alpha=3.0): slope 1.00, lowest -3

# At the default they are one function. Below 0, no alpha is refused.
for layer in nn.ELU(), nn.CELU(), nn.ELU(-1.0), nn.CELU(-1.0):
    show(layer)
# > ELU(alpha=1.0): slope 0.99, lowest -1
# > CELU(alpha=1.0): slope 0.99, lowest -1
# > ELU(alpha=-1.0): slope -0.99, lowest 1
# > CELU(alpha=-1.0): slope 1.01, lowest -1.07e+13

# What ten layers make of a small gradient.
print(f"{wrong**10:.2g} and {right**10:.2g}")
# > 5.3e+04 and 0.97

# Notice it: the check is False for ELU(alpha=3.0), True for CELU.
for slope in wrong, right:
    print(bool(abs(slope - 1) < 0.1))
# > False
# > True
