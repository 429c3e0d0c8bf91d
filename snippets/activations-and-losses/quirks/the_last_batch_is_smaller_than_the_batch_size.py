"""The last batch is smaller than the batch size."""

import torch
from torch.utils.data import DataLoader, TensorDataset

batch_size = 4
data = TensorDataset(torch.zeros(10, 1, 3), torch.zeros(10))
loader = DataLoader(data, batch_size)

# Wrong: a constant in the view. The last batch has two samples.
try:
    for x, _ in loader:
        x = x.view(batch_size, 3)
        print(tuple(x.shape))
except RuntimeError as error:
    print(error)
# > (4, 3)
# > (4, 3)
# > shape '[4, 3]' is invalid for input of size 6

# Right: as many rows as there are samples.
for x, _ in loader:
    x = x.view(len(x), 3)
    print(tuple(x.shape))
# > (4, 3)
# > (4, 3)
# > (2, 3)

# Notice it: False for a view that mixes samples, True for one that fits.
last, target = list(loader)[-1]
for x in last.view(3, 2), last.view(len(last), 3):
    print(len(x) == len(target))
# > False
# > True
