"""Among four guesses MSELoss is least at the mean of the target."""

import torch
from torch import nn

target = torch.tensor([1.0, 2.0, 3.0, 4.0, 100.0])
criterion = nn.MSELoss()

losses = {}
for guess in (3.0, 22.0, 50.5, 100.0):
    loss = criterion(torch.full((5,), guess), target)
    losses[guess] = loss.item()
    print(f"{guess:.1f} costs {loss:.2f}")
# > 3.0 costs 1883.00
# > 22.0 costs 1522.00
# > 50.5 costs 2334.25
# > 100.0 costs 7606.00

best = min(losses, key=losses.get)
print(f"best guess {best:.1f}")
# > best guess 22.0

# Options:
for guess in losses:
    differences = target - guess
    mean, largest = differences.abs().mean(), differences.abs().max()
    print(f"{guess:.1f}: distances mean {mean:.1f}, largest {largest:.1f}")
# > 3.0: distances mean 20.2, largest 97.0
# > 22.0: distances mean 31.2, largest 78.0
# > 50.5: distances mean 48.3, largest 49.5
# > 100.0: distances mean 78.0, largest 99.0
print(f"differences from 22.0 add up to {(target - 22.0).sum():.1f}")
# > differences from 22.0 add up to 0.0
