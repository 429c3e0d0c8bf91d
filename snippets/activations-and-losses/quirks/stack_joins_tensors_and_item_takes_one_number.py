"""`torch.stack` joins tensors, and item() takes exactly one number."""

import torch

rows = [torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])]
losses = torch.tensor([0.5, 1.5])  # one for each sample

# Wrong: tensors in the place of numbers, several numbers for one.
try:
    batch = torch.tensor(rows)
except ValueError as error:
    print(error)
# > only one element tensors can be converted to Python scalars
try:
    total = losses.item()
except RuntimeError as error:
    print(error)
# > a Tensor with 2 elements cannot be converted to Scalar

# Right: tensors joined, and a mean.
batch = torch.stack(rows)
print(batch.tolist())
# > [[1.0, 2.0], [3.0, 4.0]]
total = losses.mean().item()
print(total)
# > 1.0

# Notice it: False for a loss per sample, True for their mean.
for loss in losses, losses.mean():
    print(loss.numel() == 1)
# > False
# > True
