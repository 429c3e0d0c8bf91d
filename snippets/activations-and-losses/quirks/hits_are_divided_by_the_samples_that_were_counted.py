"""Hits are divided by the samples that were counted, not by the batches."""

import torch
from torch.utils.data import DataLoader, TensorDataset

labels = torch.arange(10).repeat(25)
predicted = labels.where(torch.arange(250) % 10 != 0, 5)  # 25 are wrong
loader = DataLoader(TensorDataset(predicted, labels), batch_size=64)

hits, samples, of_batches = 0, 0, []
for guess, label in loader:
    right = guess == label
    hits += right.sum().item()
    samples += right.numel()
    of_batches.append(right.float().mean().item())

# Wrong: divided by the number of batches, or by a batch size too many.
accuracy = hits / len(loader)
print(f"{accuracy:.0%}")
# > 5625%
accuracy = hits / (len(loader) * loader.batch_size)
print(f"{accuracy:.2%}")
# > 87.89%
accuracy = sum(of_batches) / len(loader)
print(f"{accuracy:.2%}")
# > 90.03%

# Right: divided by what was compared.
accuracy = hits / samples
print(f"{accuracy:.2%}")
# > 90.00%

# Notice it: False for hits of batches, True for hits of samples.
for accuracy in hits / len(loader), hits / samples:
    print(0 <= accuracy <= 1)
# > False
# > True
