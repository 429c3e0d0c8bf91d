"""Threshold puts its value in the place of all small inputs."""

import torch
from torch import nn

inputs = torch.tensor([-1.0, 0.05, 0.3, 3.0], requires_grad=True)


def show(outputs):
    slopes = torch.autograd.grad(outputs.sum(), inputs)[0]
    print([round(value, 2) for value in outputs.tolist()], slopes.tolist())


# Wrong: to keep outputs above 0.1, with the numbers of an example.
outputs = nn.Threshold(0.1, 20)(inputs)
show(outputs)
# > [20.0, 20.0, 0.3, 3.0] [0.0, 0.0, 1.0, 1.0]
show(nn.Threshold(threshold=0.1, value=0.0)(inputs))
# > [0.0, 0.0, 0.3, 3.0] [0.0, 0.0, 1.0, 1.0]

# Right: clamp, or a threshold whose value is the threshold.
outputs = inputs.clamp(min=0.1)
show(outputs)
# > [0.1, 0.1, 0.3, 3.0] [0.0, 0.0, 1.0, 1.0]
show(nn.Threshold(threshold=0.1, value=0.1)(inputs))
# > [0.1, 0.1, 0.3, 3.0] [0.0, 0.0, 1.0, 1.0]

# With 0 for both it is ReLU. An input equal to the threshold is replaced.
show(nn.Threshold(threshold=0.0, value=0.0)(inputs))
# > [0.0, 0.05, 0.3, 3.0] [0.0, 1.0, 1.0, 1.0]
print(nn.Threshold(threshold=0.3, value=9.0)(inputs)[2].item())
# > 9.0

# Notice it: a larger input has no smaller output: False, then True.
for outputs in nn.Threshold(0.1, 20)(inputs), inputs.clamp(min=0.1):
    print(bool((outputs.diff() >= 0).all()))
# > False
# > True
