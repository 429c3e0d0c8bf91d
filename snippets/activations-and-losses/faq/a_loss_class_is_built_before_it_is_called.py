"""A loss class is built first and called second."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
target = torch.tensor([0, 2])

try:
    nn.CrossEntropyLoss(logits, target)
except RuntimeError as error:
    print(error)
# > Boolean value of Tensor with more than one value is ambiguous

# Right: build it, then call it; or use the function.
print(f"{nn.CrossEntropyLoss()(logits, target):.4f}")
# > 0.8955
print(f"{nn.functional.cross_entropy(logits, target):.4f}")
# > 0.8955
