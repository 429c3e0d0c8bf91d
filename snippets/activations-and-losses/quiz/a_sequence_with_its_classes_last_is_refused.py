"""CrossEntropyLoss refuses a sequence that has its classes last."""

import torch
from torch import nn

logits = torch.zeros(1, 2, 10)  # one text, two words, ten tags
target = torch.zeros(1, 2, dtype=torch.int64)  # a tag for each word

try:
    loss = nn.CrossEntropyLoss()(logits, target)
    print(f"loss {loss:.4f}")
except (RuntimeError, ValueError) as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected target size [1, 10], got [1, 2]
