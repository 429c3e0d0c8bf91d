"""A mean of batch means depends on how the batches were cut."""

import torch
from torch import nn

criterion = nn.MSELoss()
errors = torch.tensor([1.0, 1.0, 1.0, 3.0])

for batch_size in (1, 2, 3, 4):
    means, total = [], 0.0
    for batch in errors.split(batch_size):
        loss = criterion(batch, torch.zeros_like(batch)).item()
        means.append(loss)
        total += loss * len(batch)  # weighted by the size of the batch
    mean = sum(means) / len(means)
    print(f"batches of {batch_size}: {mean:.2f}, weighted {total / 4:.2f}")
# > batches of 1: 3.00, weighted 3.00
# > batches of 2: 3.00, weighted 3.00
# > batches of 3: 5.00, weighted 3.00
# > batches of 4: 3.00, weighted 3.00
