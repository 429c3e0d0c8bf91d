"""A loss weighted by exp(-s) plus s is negative where the loss is small."""

import torch

losses = torch.tensor([4.0, 0.37, 0.01])  # of three tasks, held still


def learn(least):
    s = torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.Adam([s], lr=0.05)
    for _ in range(1000):
        optimizer.zero_grad()
        (torch.exp(-s) * losses + s).sum().backward()
        optimizer.step()
        with torch.no_grad():
            s.clamp_(min=least)
    terms = torch.exp(-s) * losses + s
    weights = ", ".join(f"{weight:.2f}" for weight in torch.exp(-s))
    print(f"weights {weights}; total {terms.sum():.2f}")


# As it is: each weight becomes 1 / loss, and the total is negative.
learn(least=-10)
# > weights 0.25, 2.70, 100.00; total -1.21

# Clamped at 0: positive, and the third task keeps a weight of 1.
learn(least=0)
# > weights 0.25, 1.00, 1.00; total 2.77
