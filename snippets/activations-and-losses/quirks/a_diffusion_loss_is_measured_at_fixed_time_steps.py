"""A diffusion loss seems not to fall: each batch draws other time steps."""

import torch

torch.manual_seed(0)
keep = torch.linspace(1, 0.01, 100).sqrt()  # of the signal, by time step


def draw(size):
    x = 2 * torch.randn(size).sign()  # the data: two values
    return x, torch.randn(size), torch.randint(1, 100, (size,))


def loss_of(skill, x, noise, t):
    a, s = keep[t], (1 - keep[t] ** 2).sqrt()
    noisy = a * x + s * noise
    best = (noisy - 2 * a * torch.tanh(2 * a * noisy / s**2)) / s
    return (skill * best - noise).pow(2).mean()  # skill 1: cannot be better


fixed = draw(10000)
for skill in (0.0, 0.5, 0.8, 1.0):
    batches = [loss_of(skill, *draw(16)).item() for _ in range(200)]
    print(
        f"skill {skill}: {min(batches):.1f} to {max(batches):.1f}", end=""
    )
    print(f", fixed {loss_of(skill, *fixed):.2f}")
# > skill 0.0: 0.3 to 2.3, fixed 1.01
# > skill 0.5: 0.1 to 1.2, fixed 0.42
# > skill 0.8: 0.0 to 1.3, fixed 0.25
# > skill 1.0: 0.0 to 1.4, fixed 0.22

# The least possible loss, by time step: early steps are hard.
x, noise, _ = fixed
for t in 2, 50, 99:
    steps = torch.full((10000,), t)
    print(f"t={t}: {loss_of(1.0, x, noise, steps):.2f}")
# > t=2: 0.00
# > t=50: 0.29
# > t=99: 0.04
