"""CrossEntropyLoss takes one-hot rows, provided that they are floats."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
indices = torch.tensor([0, 2])
one_hot = nn.functional.one_hot(indices)

targets = {
    "indices.int()": indices.int(),
    "indices.float()": indices.float(),
    "one_hot.float()": one_hot.float(),
    "one_hot": one_hot,
}
for code, target in targets.items():
    try:
        print(f"{code}: {criterion(logits, target):.4f}")
    except RuntimeError as error:
        print(f"{code}: {error}")
# > indices.int(): expected target dtype to be Long or Byte, but got Int
# > indices.float(): expected target dtype to be Long or Byte, but got Float
# > one_hot.float(): 0.3955
# > one_hot: Expected floating point type for target with class probabilities, got Long
loss = criterion(logits, indices)
print(f"indices: {loss:.4f}")
# > indices: 0.3955
