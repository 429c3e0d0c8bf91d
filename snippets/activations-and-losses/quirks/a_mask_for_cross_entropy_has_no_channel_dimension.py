"""A mask for CrossEntropyLoss has no channel dimension."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
sky = torch.tensor([[2.0, 1.0], [0.0, -1.0]])
road = torch.tensor([[0.0, 0.5], [3.0, 0.5]])
logits = torch.stack([sky, road]).unsqueeze(0)  # shape (1, 2, 2, 2)
mask = torch.tensor([[[[0, 0], [1, 1]]]])  # shape (1, 1, 2, 2)

# Wrong: the mask keeps the channel of a grey image.
try:
    criterion(logits, mask)
except RuntimeError as error:
    print(error)
# > only batches of spatial targets supported (3D tensors) but got targets of dimension: 4

# Right: one class index for each pixel, shape (1, 2, 2).
print(f"loss {criterion(logits, mask.squeeze(1)):.4f}")
# > loss 0.2128

# Notice it: the check is False with the channel, True without it.
for target in mask, mask.squeeze(1):
    print(target.shape == logits[:, 0].shape)
# > False
# > True
