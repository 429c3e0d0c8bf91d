"""A missing value or a constant column makes the first loss nan."""

import torch
from torch import nn

torch.manual_seed(0)
table = torch.tensor([[1.0, 7, 3], [2, 7, 5], [3, 7, torch.nan], [4, 7, 9]])
target = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
model = nn.Linear(3, 1)


def report(x, y):
    bad = [(~column.isfinite()).sum().item() for column in x.T]
    finite = nn.MSELoss()(model(x), y).isfinite().item()
    print(f"not finite in each column: {bad}; loss finite: {finite}")
    return x


# Where it begins: count in the data themselves.
report(table, target)
# > not finite in each column: [0, 0, 1]; loss finite: False

# Wrong: every value, and a division by every deviation.
wrong = report((table - table.mean(dim=0)) / table.std(dim=0), target)
# > not finite in each column: [0, 4, 4]; loss finite: False

# Right: complete rows, and no division by a deviation of 0.
full = table.isfinite().all(dim=1)
rows, y = table[full], target[full]
std = rows.std(dim=0)
right = report((rows - rows.mean(dim=0)) / std.where(std > 0, 1), y)
# > not finite in each column: [0, 0, 0]; loss finite: True

# Notice it: the check is False for the table, True for what is left.
for inputs in wrong, right:
    print(inputs.isfinite().all().item())
# > False
# > True
