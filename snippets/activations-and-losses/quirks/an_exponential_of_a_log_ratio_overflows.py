"""The exponential of a log-ratio or of a log-variance overflows."""

import torch

old = torch.tensor([-100.0, -1.0])  # log-probabilities of two actions
new = torch.tensor([-1.0, -1.2], requires_grad=True)


def show(ratio):  # the loss of PPO
    new.grad = None
    loss = -torch.minimum(ratio, ratio.clamp(0.8, 1.2)).mean()
    loss.backward()
    slopes = ", ".join(f"{slope:.2f}" for slope in new.grad)
    print(f"ratio {ratio[0]:.1e}, loss {loss:.2f}, gradient {slopes}")
    print(new.grad.isfinite().all().item())  # Notice it


# Wrong: the exponential of any difference.
ratio = (new - old).exp()
show(ratio)
# > ratio inf, loss -1.01, gradient nan, -0.41
# > False

# Right: a difference that is bounded before the exponential.
ratio = (new - old).clamp(-20, 20).exp()
show(ratio)
# > ratio 4.9e+08, loss -1.01, gradient 0.00, -0.41
# > True

# The same in a VAE: exp(log-variance) in the KL term.
for bound in (None, 20.0):
    log_var = torch.tensor([0.5, 90.0], requires_grad=True)
    v = log_var if bound is None else log_var.clamp(max=bound)
    kl = -0.5 * (1 + v - v.exp()).sum()
    kl.backward()
    print(f"KL {kl:.1e}, gradient {log_var.grad[1]:.1f}")
# > KL inf, gradient inf
# > KL 2.4e+08, gradient 0.0
