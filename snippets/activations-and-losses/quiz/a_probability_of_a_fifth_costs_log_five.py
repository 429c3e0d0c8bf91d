"""A true class that gets a fifth costs the natural logarithm of five."""

import torch
from torch import nn

probabilities = torch.tensor([[0.2, 0.5, 0.3]])
target = torch.tensor([0])

loss = nn.CrossEntropyLoss()(probabilities.log(), target)
print(f"cross-entropy {loss:.4f}")
# > cross-entropy 1.6094

share = probabilities[0, target]
print(f"log base 2: {-share.log2().item():.4f}")
# > log base 2: 2.3219
print(f"what is missing to 1: {(1 - share).item():.4f}")
# > what is missing to 1: 0.8000
print(f"its price: {-(1 - share).log().item():.4f}")
# > its price: 0.2231
