"""The mean of log-ratios may be negative, and a KL divergence may not."""

import torch
from torch.distributions import Categorical, kl_divergence

old = Categorical(torch.tensor([0.5, 0.3, 0.2]))
new = Categorical(torch.tensor([0.4, 0.35, 0.25]))
actions = torch.tensor([0, 1, 1, 1, 0, 2])  # drawn from the old policy
log_ratio = new.log_prob(actions) - old.log_prob(actions)

# Wrong: the plain mean.
approx_kl = (-log_ratio).mean()
print(f"{approx_kl:.3f}")
# > -0.040

# Right: the ratio minus 1 is added, whose mean over all actions is 0.
approx_kl = (torch.expm1(log_ratio) - log_ratio).mean()
print(f"{approx_kl:.3f}, exact: {kl_divergence(old, new):.3f}")
# > 0.018, exact: 0.021

# Both are right on average, and the second is never below 0.
log_ratio = new.logits - old.logits  # of each action
for each in (-log_ratio, torch.expm1(log_ratio) - log_ratio):
    mean = (old.probs * each).sum()
    print(f"mean {mean:.3f}, lowest {each.min():.2f}")
# > mean 0.021, lowest -0.22
# > mean 0.021, lowest 0.01

# Near a ratio of 1, exp() - 1 loses digits, and expm1 does not.
near = torch.linspace(1e-7, 1e-5, 100)
for each in (near.exp() - 1 - near, near.expm1() - near):
    print("below -1e-8:", each.min().item() < -1e-8)
# > below -1e-8: True
# > below -1e-8: False

# Notice it: False for the first, True for the second.
for each in (-log_ratio, torch.expm1(log_ratio) - log_ratio):
    print((each >= 0).all().item())
# > False
# > True
