"""Gradients add up from step to step until zero_grad() clears them."""

import torch
from torch import nn

inputs = torch.linspace(-1, 1, 64).unsqueeze(1)
target = 3 * inputs  # the weight should become 3
criterion, model = nn.MSELoss(), nn.Linear(1, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.3)

# Wrong: each step uses the gradients of all steps so far.
path = [nn.init.zeros_(model.weight).item()]
for _ in range(24):
    loss = criterion(model(inputs), target)
    loss.backward()
    optimizer.step()
    path.append(model.weight.item())
print(*(f"{weight:.2f}" for weight in path[::4]))
# > 0.00 4.45 5.25 0.38 2.11 6.08 2.29

# Right: each step uses its own gradient.
path = [nn.init.zeros_(model.weight).item()]
for _ in range(24):
    loss = criterion(model(inputs), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    path.append(model.weight.item())
print(*(f"{weight:.2f}" for weight in path[::4]))
# > 0.00 1.81 2.53 2.81 2.93 2.97 2.99

# Notice it: before backward(), the check is False, and then True.
for clear in (lambda: None, optimizer.zero_grad):
    clear()
    print(all(p.grad is None for p in model.parameters()))
# > False
# > True
