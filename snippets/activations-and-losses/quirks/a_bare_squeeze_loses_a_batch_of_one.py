"""A bare squeeze drops the batch, too, when the batch holds one sample."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

logits = torch.tensor([[2.0], [-1.0], [0.5]])
labels = torch.tensor([1.0, 0.0, 1.0])
batches = DataLoader(TensorDataset(logits, labels), batch_size=2)
criterion = nn.BCEWithLogitsLoss()

# Wrong: every dimension of size 1 goes.
for outputs, target in batches:
    try:
        print(f"loss {criterion(outputs.squeeze(), target):.4f}")
    except ValueError as error:
        print(error)
# > loss 0.2201
# > Target size (torch.Size([1])) must be the same as input size (torch.Size([]))

# Right: only the column goes.
for outputs, target in batches:
    print(f"loss {criterion(outputs.squeeze(1), target):.4f}")
# > loss 0.2201
# > loss 0.4741

# Notice it: False for the last batch without its shape, True with it.
last, target = logits[2:], labels[2:]
for outputs in last.squeeze(), last.squeeze(1):
    print(outputs.shape == target.shape)
# > False
# > True
