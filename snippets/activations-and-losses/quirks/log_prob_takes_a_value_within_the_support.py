"""A log-probability is that of a value which the distribution can have."""

import torch
from torch.distributions import Bernoulli, Beta, Categorical, LogNormal

beta, action = Beta(2.0, 2.0), torch.tensor(-0.5)  # from -1 to 1

# Wrong: Beta is for 0 to 1.
try:
    log_prob = beta.log_prob(action)
except ValueError as error:
    print(" ".join(str(error).split()))
# > Expected value argument (Tensor of shape ()) to be within the support (Interval(lower_bound=0.0, upper_bound=1.0)) of the distribution Beta(), but found invalid values: -0.5

# Right: the action is scaled to that.
log_prob = beta.log_prob((action + 1) / 2)
print(f"log_prob {log_prob:.2f}")
# > log_prob 0.12

# Classes from 1 on, grey pixels, a negative value; then no check.
for dist, value in (
    (Categorical(logits=torch.zeros(3)), 3),
    (Bernoulli(0.5), 0.3),
    (LogNormal(0.0, 1.0), -1.0),
):
    try:
        dist.log_prob(torch.tensor(value))
    except ValueError as error:
        print(" ".join(str(error).split()))
# > Expected value argument (Tensor of shape ()) to be within the support (IntegerInterval(lower_bound=0, upper_bound=2)) of the distribution Categorical(logits: torch.Size([3])), but found invalid values: 3
# > Expected value argument (Tensor of shape ()) to be within the support (Boolean()) of the distribution Bernoulli(probs: 0.5), but found invalid values: 0.30000001192092896
# > Expected value argument (Tensor of shape ()) to be within the support (GreaterThan(lower_bound=0.0)) of the distribution LogNormal(), but found invalid values: -1.0
print(Beta(2.0, 2.0, validate_args=False).log_prob(action).item())
# > nan

# Notice it: the check is False for the action, True when scaled.
for value in action, (action + 1) / 2:
    print(bool(beta.support.check(value).all()))
# > False
# > True
