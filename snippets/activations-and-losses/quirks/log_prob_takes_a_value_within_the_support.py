"""A log-probability is that of a value which the distribution can have."""

import torch
from torch.distributions import Bernoulli, Beta, Categorical, LogNormal


def score(dist, value):
    try:
        print(f"log_prob {dist.log_prob(value):.2f}")
    except ValueError as error:
        print(" ".join(str(error).split()))


beta, action = Beta(2.0, 2.0), torch.tensor(-0.5)  # from -1 to 1

# Wrong: Beta is for 0 to 1.
score(beta, action)
# > Expected value argument (Tensor of shape ()) to be within the support (Interval(lower_bound=0.0, upper_bound=1.0)) of the distribution Beta(), but found invalid values: -0.5

# Right: the action is scaled to that.
score(beta, (action + 1) / 2)
# > log_prob 0.12

# Classes from 1 on, grey pixels, a negative value.
score(Categorical(logits=torch.zeros(3)), torch.tensor(3))
# > Expected value argument (Tensor of shape ()) to be within the support (IntegerInterval(lower_bound=0, upper_bound=2)) of the distribution Categorical(logits: torch.Size([3])), but found invalid values: 3
score(Bernoulli(0.5), torch.tensor(0.3))
# > Expected value argument (Tensor of shape ()) to be within the support (Boolean()) of the distribution Bernoulli(probs: 0.5), but found invalid values: 0.30000001192092896
score(LogNormal(0.0, 1.0), torch.tensor(-1.0))
# > Expected value argument (Tensor of shape ()) to be within the support (GreaterThan(lower_bound=0.0)) of the distribution LogNormal(), but found invalid values: -1.0

# Without the check.
score(Beta(2.0, 2.0, validate_args=False), action)
# > log_prob nan

# Notice it: the check is False for the action, True when scaled.
for value in action, (action + 1) / 2:
    print(bool(beta.support.check(value).all()))
# > False
# > True
