"""A dtype error names the dtype that came and the dtype that was wanted."""

import torch
from torch import nn

wards = torch.eye(2, dtype=torch.float64)  # one patient in each ward
target = torch.tensor([[1], [0]])  # ill, healthy
model = nn.Linear(2, 1)
criterion = nn.BCEWithLogitsLoss()

try:
    model(wards)
except RuntimeError as error:
    print(error)
# > mat1 and mat2 must have the same dtype, but got Double and Float

try:
    criterion(torch.zeros(2, 1), target)
except RuntimeError as error:
    print(error)
# > result type Float can't be cast to the desired output type Long
