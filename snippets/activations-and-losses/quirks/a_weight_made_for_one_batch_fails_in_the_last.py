"""A weight that is made for one batch fails in a batch of another size."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

logits = torch.tensor([2.0, -1.0, 0.5, -2.0, 1.0])
labels = torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0])
batches = DataLoader(TensorDataset(logits, labels), batch_size=3)

# Wrong: a number for each sample of the first batch, kept for all.
first = labels[:3]
criterion = nn.BCEWithLogitsLoss(weight=1 + 2 * first)
for outputs, target in batches:
    try:
        loss = criterion(outputs, target)
        print(f"{len(target)} samples, loss {loss:.4f}")
    except RuntimeError as error:
        print(error)
# > 3 samples, loss 0.5560
# > The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0

# Right: the weight of this batch.
for outputs, target in batches:
    loss = nn.BCEWithLogitsLoss(weight=1 + 2 * target)(outputs, target)
    print(f"{len(target)} samples, loss {loss:.4f}")
# > 3 samples, loss 0.5560
# > 2 samples, loss 3.6603

# Notice it: False for a weight of 3 samples and a batch of 2, then True.
for weight in 1 + 2 * first, 1 + 2 * target:
    print(weight.shape == target.shape)
# > False
# > True
