"""GaussianNLLLoss takes the variance, not the standard deviation."""

import torch
from torch import nn
from torch.nn import functional as F

target = torch.tensor([-3.0, 3.0, -3.0, 3.0])  # each 3 off the mean, 0
mean = torch.zeros(4)
criterion = nn.GaussianNLLLoss()


def fit(var_of):
    raw = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.Adam([raw], lr=0.3)
    for _ in range(400):
        std = F.softplus(raw)
        loss = criterion(mean, target, var_of(std).expand(4))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"std {std:.2f}, of the data {target.std(correction=0):.2f}")
    return std.item()


# Wrong: the standard deviation is passed as it is.
wrong = fit(lambda std: std)
# > std 8.99, of the data 3.00

# Right: its square is passed.
right = fit(lambda std: std**2)
# > std 3.00, of the data 3.00

# Notice it: False for the wrong std, True for the right one.
residuals = target - mean
for std in wrong, right:
    print(std < 2 * residuals.std(correction=0).item())
# > False
# > True
