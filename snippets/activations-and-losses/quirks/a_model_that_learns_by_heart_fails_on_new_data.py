"""A model that learns by heart fails on new data."""

import torch

torch.manual_seed(0)
line = torch.linspace(-1, 1, 12)
powers = torch.arange(12)
seen = line[:, None] ** powers  # as many weights as points
noisy = line + 0.3 * torch.randn(12)
between = torch.linspace(-0.95, 0.95, 50)
new = between[:, None] ** powers


def train(weight_decay):  # the exact solution of the squared error
    penalty = weight_decay * torch.eye(12, dtype=torch.float64)
    inputs, target = seen.double(), noisy.double()
    weights = torch.linalg.solve(
        inputs.T @ inputs + penalty, inputs.T @ target
    )
    training = ((inputs @ weights - target) ** 2).mean()
    validation = ((new.double() @ weights - between) ** 2).mean()
    print(f"training {training:.2f}, validation {validation:.2f}")
    return training, validation


# Wrong: every point is met, and the curve between them is wild.
wrong = train(weight_decay=0.0)
# > training 0.00, validation 0.52

# Right: small weights miss the noise.
right = train(weight_decay=0.1)
# > training 0.05, validation 0.02

# Notice it: False for the gap, True without it.
for training, validation in wrong, right:
    print((validation < 2 * training).item())
# > False
# > True
