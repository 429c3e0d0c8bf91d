"""An argmax over one column of logits says no to everybody."""

import torch
from torch import nn

logits = torch.tensor([[3.0], [-2.0], [0.4], [-3.0], [4.0]])
target = torch.tensor([[1.0], [0.0], [1.0], [0.0], [1.0]])

loss = nn.BCEWithLogitsLoss()(logits, target)
predicted = logits.argmax(dim=1)
right = predicted == target.squeeze(1)
accuracy = right.float().mean()
print(f"loss {loss:.2f}, accuracy {accuracy:.2f}")
# > loss 0.15, accuracy 0.40
print("spam:", *predicted.tolist())
# > spam: 0 0 0 0 0
