"""A model fitted to little data is surer than it is right."""

import torch
from torch import nn

runs, features = 20, 10  # logistic regressions, fitted side by side
torch.manual_seed(0)
truth = torch.randn(runs, features, 1)


def draw(samples):
    inputs = torch.randn(runs, samples, features)
    # The labels are noisy: each has a probability of its own.
    return inputs, torch.bernoulli(torch.sigmoid(inputs @ truth))


for samples in (20, 500):
    inputs, target = draw(samples)
    weight = nn.Parameter(torch.zeros(runs, features, 1))
    optimizer = torch.optim.Adam([weight], lr=0.1)
    for _ in range(60):
        optimizer.zero_grad()
        nn.BCEWithLogitsLoss()(inputs @ weight, target).backward()
        optimizer.step()

    inputs, target = draw(2000)  # new cases
    probabilities = torch.sigmoid(inputs @ weight)
    sure = (probabilities > 0.8) & (probabilities < 0.9)
    says, right = probabilities[sure].mean(), target[sure].mean()
    print(f"fitted to {samples}: says {says:.2f}, right {right:.2f}")
# > fitted to 20: says 0.85, right 0.59
# > fitted to 500: says 0.85, right 0.82
