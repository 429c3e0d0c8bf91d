"""With one output CrossEntropyLoss is zero, and so is its gradient."""

import torch
from torch import nn

logits = torch.tensor([[2.0], [3.0]], requires_grad=True)
target = torch.tensor([0, 0])
zeros, ones = torch.zeros(2, 1), torch.ones(2, 1)

loss = nn.CrossEntropyLoss()(logits, target)
loss.backward()
gradient = logits.grad.abs().sum()
print(f"CrossEntropyLoss {loss.abs():.4f}, gradient {gradient:.4f}")
# > CrossEntropyLoss 0.0000, gradient 0.0000
binary = nn.BCEWithLogitsLoss()
print(f"BCEWithLogitsLoss, both 1: {binary(logits, ones):.4f}")
# > BCEWithLogitsLoss, both 1: 0.0878
print(f"BCEWithLogitsLoss, both 0: {binary(logits, zeros):.4f}")
# > BCEWithLogitsLoss, both 0: 2.5878
print(f"NLLLoss {nn.NLLLoss()(logits, target):.4f}")
# > NLLLoss -2.5000
print(f"softmax of one logit: {logits.softmax(dim=1)[0].item():.4f}")
# > softmax of one logit: 1.0000
