"""Perplexity is the exponential of the mean loss over all tokens."""

import torch
from torch import nn

clueless = nn.CrossEntropyLoss()(torch.zeros(50), torch.tensor(7))
print(f"clueless among 50: {clueless.exp():.1f}")
# > clueless among 50: 50.0

# Class 1 is padding; the second sentence has one token only.
target = torch.tensor([[0, 0, 0, 0], [0, 1, 1, 1]])
p = torch.tensor([[0.5, 0.4, 0.2, 0.25], [0.1, 0.02, 0.03, 0.04]])
logits = torch.stack([p, 1 - p], dim=1).log()  # (sentence, class, token)
criterion = nn.CrossEntropyLoss(ignore_index=1)

loss = criterion(logits, target)
bits = loss / torch.tensor(2.0).log()
print(f"over all 5 tokens: {loss.exp():.4f}, {bits:.4f} bits a token")
# > over all 5 tokens: 3.9811, 1.9932 bits a token

first, second = (
    criterion(logits[i : i + 1], target[i : i + 1]) for i in (0, 1)
)
print(f"first {first.exp():.4f}, second {second.exp():.4f}")
# > first 3.1623, second 10.0000
print(f"mean over sentences: {((first + second) / 2).exp():.4f}")
# > mean over sentences: 5.6234
padded = nn.CrossEntropyLoss()(logits, target)
print(f"with the padding: {padded.exp():.4f}")
# > with the padding: 2.3986
