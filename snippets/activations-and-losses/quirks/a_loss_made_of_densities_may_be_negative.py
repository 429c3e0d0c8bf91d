"""A loss made of densities, or of a reward, may be negative."""

import torch
from torch import nn
from torch.distributions import Normal, kl_divergence

# A density is not a probability: it may be larger than 1.
density = Normal(0.0, 0.1).log_prob(torch.tensor(0.0)).exp()
print(f"density {density:.2f}, as a loss {-density.log():.2f}")
# > density 3.99, as a loss -1.38

# So the negative log-likelihood of a good fit is below zero.
target, mean = torch.tensor([0.15, -0.15]), torch.zeros(2)
for var in 1.0, 0.1, 0.01:
    loss = nn.GaussianNLLLoss()(mean, target, torch.full((2,), var))
    print(f"variance {var}: loss {loss:.2f}")
# > variance 1.0: loss 0.01
# > variance 0.1: loss -1.04
# > variance 0.01: loss -1.18

# In other units the same fit has another sign.
loss = nn.GaussianNLLLoss()(1e3 * mean, 1e3 * target, 1e4 * torch.ones(2))
print(f"in thousandths: loss {loss:.2f}")
# > in thousandths: loss 5.73

# The log of an error plus a number below 1.
error = torch.tensor([0.0, 0.1, 2.0])
print([f"{value:.2f}" for value in (error + 0.5).log().tolist()])
# > ['-0.69', '-0.51', '0.92']

# A policy gradient has the sign of the advantages.
log_prob = torch.tensor([-0.7, -0.7])
for advantage in 1.0, -1.0:
    print(f"policy loss {-(log_prob * advantage).mean():.2f}")
# > policy loss 0.70
# > policy loss -0.70

# Not so: squared errors, cross-entropy, a KL divergence.
print(f"KL {kl_divergence(Normal(0.5, 0.1), Normal(0.0, 1.0)):.2f}")
# > KL 1.93
