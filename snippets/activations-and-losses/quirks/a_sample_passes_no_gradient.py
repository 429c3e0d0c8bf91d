"""A draw by sample() passes no gradient back, and one by rsample() does."""

import torch
from torch import nn
from torch.distributions import Categorical, Normal

torch.manual_seed(0)
encoder, decoder = nn.Linear(3, 2), nn.Linear(1, 3)
inputs = torch.randn(8, 3)
mean, log_deviation = encoder(inputs).chunk(2, dim=1)
normal = Normal(mean, log_deviation.exp())


def show(z):
    (decoder(z) - inputs).square().mean().backward(retain_graph=True)
    print("encoder learns:", encoder.weight.grad is not None)
    print(z.requires_grad)  # Notice it


# Wrong: the decoder learns, and the encoder gets nothing.
z = normal.sample()
show(z)
# > encoder learns: False
# > False

# Right: mean + deviation * noise, with a graph.
z = normal.rsample()
show(z)
# > encoder learns: True
# > True

# For a policy gradient, log_prob has a graph. Classes have no rsample.
log_prob = normal.log_prob(normal.sample())
print(log_prob.requires_grad, Categorical.has_rsample)
# > True False

# The gradient through torch.normal is 0.
z = torch.normal(mean, log_deviation.exp())
print(torch.autograd.grad(z.sum(), mean)[0].abs().max().item())
# > 0.0
