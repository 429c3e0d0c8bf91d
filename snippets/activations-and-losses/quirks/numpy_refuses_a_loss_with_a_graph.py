"""NumPy refuses a loss that still has its graph."""

import numpy as np
import torch
from torch import nn

model = nn.Linear(1, 1, bias=False)
nn.init.constant_(model.weight, 0.5)
data, criterion = torch.ones(3, 8, 1), nn.MSELoss()

# Wrong: the losses as they are, for a mean or a plot.
history = []
for batch in data:
    loss = criterion(model(batch), batch)
    history.append(loss)
try:
    print(f"mean {np.mean(history):.4f}")
except RuntimeError as error:
    print(error)
# > Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
wrong = history

# Right: their numbers.
history = []
for batch in data:
    loss = criterion(model(batch), batch)
    history.append(loss.item())
print(f"mean {np.mean(history):.4f}")
# > mean 0.2500
right = history

# Outputs of many numbers: without the graph, and on the CPU.
print(model(batch).detach().cpu().numpy().shape)
# > (8, 1)

# Notice it: the check is False for the losses, True for the numbers.
for history in wrong, right:
    print(isinstance(history[0], float))
# > False
# > True
