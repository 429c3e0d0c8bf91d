"""A sum of batch means is divided by batches, not by samples."""

import torch
from torch import nn
from torch.utils.data import DataLoader, SubsetRandomSampler, TensorDataset

torch.manual_seed(0)
data = TensorDataset(torch.zeros(8), torch.full((8,), 2.0))  # errors of 2
part = SubsetRandomSampler([0, 1])
loaders = DataLoader(data, 2), DataLoader(data, 2, sampler=part)
criterion = nn.MSELoss()

# Wrong: means of batches over the number of samples.
for loader in loaders:
    total, seen = 0.0, 0
    for outputs, target in loader:
        total += criterion(outputs, target).item()
    print(f"{total / len(loader.dataset):.2f}")
# > 2.00
# > 0.50

# Right: each mean times its samples, over the samples that were seen.
for loader in loaders:
    total, seen = 0.0, 0
    for outputs, target in loader:
        total += criterion(outputs, target).item() * len(target)
        seen += len(target)
    print(f"{total / seen:.2f}")
# > 4.00
# > 4.00

# Notice it: False for the first average above, True for the last.
losses = [criterion(outputs, target).item() for outputs, target in loader]
for average in 2.0, total / seen:
    print(min(losses) <= average <= max(losses))
# > False
# > True
