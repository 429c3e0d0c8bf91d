"""A logit of minus infinity breaks every target that is not an index."""

import math

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
smoothing = nn.CrossEntropyLoss(label_smoothing=0.1)
logits = torch.tensor([[5.0, 0.0, -math.inf]], requires_grad=True)
index = torch.tensor([0])
shares = torch.tensor([[0.9, 0.1, 0.0]])

print(f"index: {criterion(logits, index):.4f}")
# > index: 0.0067
print(f"index, smoothed: {smoothing(logits, index):.4f}")
# > index, smoothed: inf
print(f"shares: {criterion(logits, shares):.4f}")
# > shares: nan

# Right: clear the masked logarithms before they are multiplied by 0.
masked = logits == -math.inf
logs = logits.log_softmax(dim=1).masked_fill(masked, 0.0)
loss = -(shares * logs).sum(dim=1).mean()
loss.backward()
print(f"shares, cleared: {loss:.4f}")
# > shares, cleared: 0.5067
print(", ".join(f"{slope:.4f}" for slope in logits.grad[0]))
# > 0.0933, -0.0933, 0.0000
