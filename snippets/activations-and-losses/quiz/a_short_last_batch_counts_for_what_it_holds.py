"""A short last batch counts for the samples that it holds."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

predictions = torch.tensor([1.0, 2.0, 1.0, 4.0])
data = TensorDataset(predictions, torch.zeros(4))
criterion = nn.MSELoss()

losses, sizes = [], []
for outputs, target in DataLoader(data, batch_size=3):
    losses.append(criterion(outputs, target).item())
    sizes.append(len(target))
    print(f"batch of {sizes[-1]}: {losses[-1]:.1f}")
# > batch of 3: 2.0
# > batch of 1: 16.0

total = sum(n * loss for n, loss in zip(sizes, losses, strict=True))
print(f"sum over the samples {total:.1f}")
# > sum over the samples 22.0
print(f"mean of the batch means {sum(losses) / len(losses):.1f}")
# > mean of the batch means 9.0
print(f"mean over the samples {total / sum(sizes):.1f}")
# > mean over the samples 5.5
