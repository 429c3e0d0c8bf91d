"""In a VAE the std is exp(log_var / 2), and the KL term is at least 0."""

import torch
from torch.distributions import Normal, kl_divergence

mu = torch.tensor([0.5, -1.0])
log_var = torch.tensor([2.0, -2.0])
bracket = 1 + log_var - mu.pow(2) - log_var.exp()


def show(std, kl):
    print("std", [f"{s:.2f}" for s in std.tolist()], f"KL {kl:.3f}")


# Wrong: the variance as std, and a KL term without its minus.
wrong = log_var.exp(), bracket.sum() / 2
show(*wrong)
# > std ['7.39', '0.14'] KL -3.387

# Right: the root of the variance, and a KL term above zero.
right = (log_var / 2).exp(), -bracket.sum() / 2
show(*right)
# > std ['2.72', '0.37'] KL 3.387

# Minimised, the term without its minus has no end.
for sign in 1, -1:
    m = torch.ones(1, requires_grad=True)
    for _ in range(100):
        slope = torch.autograd.grad(sign * (1 - m**2 - 1).sum() / 2, m)[0]
        m = (m - 0.1 * slope).detach().requires_grad_()
    print(f"mean after training {m.item():.0e}")
# > mean after training 1e+04
# > mean after training 3e-05

# Notice it: the check is False for the first, True for the second.
true = kl_divergence(Normal(mu, (log_var / 2).exp()), Normal(0.0, 1.0))
for _, kl in wrong, right:
    print(torch.allclose(kl, true.sum()))
# > False
# > True
