"""The log of 1 - action ** 2 is nan once the action is scaled."""

import math

import torch
from torch.distributions import Normal
from torch.nn.functional import logsigmoid

normal, largest = Normal(0.0, 1.0), 2.0
raw = torch.tensor([0.2, 1.0, 6.0, 10.0])  # normal.rsample() in training
action = largest * raw.tanh()


def show(log_prob):
    print(*(f"{x:.1f}" for x in log_prob.tolist()))
    print(log_prob.isfinite().all().item())  # Notice it


# Wrong: the scaled action in the logarithm.
log_prob = normal.log_prob(raw)
log_prob -= torch.log(1 - action.pow(2) + 1e-6)
show(log_prob)
# > -0.8 nan nan nan
# > False

# Right: the logarithm of the slope of largest * tanh(raw).
log_prob = normal.log_prob(raw)
slope = logsigmoid(2 * raw) + logsigmoid(-2 * raw) + math.log(4 * largest)
log_prob -= slope
show(log_prob)
# > -1.6 -1.2 -9.0 -33.0
# > True

# Without the scale 1e-6 hides that tanh(10) is exactly 1.
show(normal.log_prob(raw) - torch.log(1 - raw.tanh().pow(2) + 1e-6))
# > -0.9 -0.6 -8.3 -37.1
# > True
print(f"{raw[3].tanh().atanh():.1f}")
# > inf
