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

# Options:
print("logits", tuple(logits.shape))
# > logits (5, 1)
print("target", tuple(target.shape), target.dtype)
# > target (5, 1) torch.float32
print("predicted", tuple(predicted.shape))
# > predicted (5,)
print("target.squeeze(1)", tuple(target.squeeze(1).shape))
# > target.squeeze(1) (5,)
by_sign = ((logits > 0) == target).float().mean()
print(f"logits > 0: accuracy {by_sign:.2f}")
# > logits > 0: accuracy 1.00
