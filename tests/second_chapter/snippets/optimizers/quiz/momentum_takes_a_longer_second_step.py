"""Momentum takes a longer second step on the same slope."""

import torch

print(f"it begins at {torch.tensor([0.0]).item()}")
for momentum in (0.0, 0.5):
    weight = torch.tensor([0.0], requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=1.0, momentum=momentum)
    for _ in range(2):
        optimizer.zero_grad()
        weight.sum().backward()
        optimizer.step()
    print(f"momentum {momentum}: {weight.item()}")
