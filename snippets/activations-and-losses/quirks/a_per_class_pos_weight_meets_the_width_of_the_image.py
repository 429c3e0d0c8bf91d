"""A pos_weight of one number per class meets the width of the image."""

import torch
from torch import nn

logits = torch.zeros(2, 3, 4, 4)  # images, classes, height, width
target = torch.ones_like(logits)
pos_weight = torch.tensor([1.0, 2.0, 3.0])  # one per class

# Wrong: three weights meet the last dimension, four pixels wide.
try:
    nn.BCEWithLogitsLoss(pos_weight=pos_weight)(logits, target)
except RuntimeError as error:
    print(error)
# > The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 3

# Right: two dimensions of size one put the classes third from last.
pos_weight = pos_weight.view(3, 1, 1)
loss = nn.BCEWithLogitsLoss(pos_weight=pos_weight)(logits, target)
print(f"loss {loss:.4f}")
# > loss 1.3863

criterion = nn.BCEWithLogitsLoss(pos_weight=pos_weight, reduction="none")
losses = criterion(logits, target)
print("shape", tuple(losses.shape))
# > shape (2, 3, 4, 4)
for channel, loss in enumerate(losses.mean(dim=(0, 2, 3))):
    print(f"class {channel}: {loss:.4f}")
# > class 0: 0.6931
# > class 1: 1.3863
# > class 2: 2.0794

# Notice it: the check is False for three numbers, True for (3, 1, 1).
for pos_weight in torch.ones(3), torch.ones(3, 1, 1):
    print(pos_weight.shape == (logits.shape[1], 1, 1))
# > False
# > True
