"""A softmax before CrossEntropyLoss puts a floor under the loss."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
certain = torch.tensor([[100.0, 0.0, 0.0]])  # logits: class 0, beyond doubt
target = torch.tensor([0])

# Wrong: probabilities go in.
print(f"{criterion(certain.softmax(dim=1), target):.4f}")
# > 0.5514

# Right: logits go in.
print(f"{criterion(certain, target):.4f}")
# > 0.0000
