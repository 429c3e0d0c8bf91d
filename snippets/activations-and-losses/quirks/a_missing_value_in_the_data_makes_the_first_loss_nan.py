"""A missing value or a constant column makes the first loss nan."""

import torch
from torch import nan, nn

torch.manual_seed(0)
table = torch.tensor([[0.1, 7, 3], [0.2, 7, 5], [0, 7, nan], [0.4, 7, 9]])
target = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
model = nn.Linear(3, 1)


def report(inputs):
    bad = [(~column.isfinite()).sum().item() for column in inputs.T]
    loss = nn.MSELoss()(model(inputs), target)
    print(f"not finite in each column: {bad}; loss: {loss:.3f}")
    print(inputs.isfinite().all().item())  # Notice it


# Where it begins: count in the data themselves.
report(table)
# > not finite in each column: [0, 0, 1]; loss: nan
# > False

# Wrong: every value, and a division by every deviation.
inputs = (table - table.mean(dim=0)) / table.std(dim=0)
report(inputs)
# > not finite in each column: [0, 4, 4]; loss: nan
# > False

# Right: complete rows, and no division by a deviation of 0.
complete = table.isfinite().all(dim=1)
table, target = table[complete], target[complete]
std = table.std(dim=0)
std = std.where(std > 0, 1)
inputs = (table - table.mean(dim=0)) / std
report(inputs)
# > not finite in each column: [0, 0, 0]; loss: 10.293
# > True
