"""A label without a positive makes pos_weight infinite and the loss nan."""

import torch
from torch import nn

labels = torch.tensor([[1.0, 0.0], [0.0, 0.0], [0.0, 0.0]])  # 1 yes, none
logits = torch.zeros(3, 2, requires_grad=True)
yes = labels.sum(dim=0)
no = len(labels) - yes

# Wrong: 3 divided by 0.
pos_weight = no / yes
loss = nn.BCEWithLogitsLoss(pos_weight=pos_weight)(logits, labels)
print(pos_weight.tolist(), f"loss {loss.item():.4f}")
# > [2.0, inf] loss nan

# Right: each count is 1 or more.
pos_weight = no / yes.clamp(min=1)
loss = nn.BCEWithLogitsLoss(pos_weight=pos_weight)(logits, labels)
print(pos_weight.tolist(), f"loss {loss.item():.4f}")
# > [2.0, 3.0] loss 0.8087

# The same with a weight for each class, and with a first bias.
counts = torch.tensor([3.0, 0.0])
weight = 1 / counts
print((weight / weight.sum()).tolist(), (counts / 3).log().tolist())
# > [0.0, nan] [0.0, -inf]

# Notice it: False for an infinite weight, True for a count of at least 1.
for pos_weight in no / yes, no / yes.clamp(min=1):
    print(pos_weight.isfinite().all().item())
# > False
# > True
