"""Cross-entropy by exponentials and their sum breaks at large logits."""

import torch
from torch import nn


def cross_entropy(logits, target):
    powers = logits.exp()
    probabilities = powers / powers.sum(dim=1, keepdim=True)
    return -probabilities[torch.arange(len(target)), target].log().mean()


target = torch.tensor([1, 2])
for scale in (1.0, 100.0):
    logits = scale * torch.tensor([[2.0, 0.0, -1.0], [0.0, 1.0, 3.0]])
    loss = cross_entropy(logits, target)
    expected = nn.CrossEntropyLoss()(logits, target)
    print(f"scale {scale:.0f}: {loss:.4f}, should be {expected:.4f}")
# > scale 1: 1.1698, should be 1.1698
# > scale 100: nan, should be 100.0000
