"""CrossEntropyLoss takes the time steps of a sequence for classes."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
# One text of two words, each with a score for three tags.
logits = torch.tensor([[[4.0, 0.0, 1.0], [3.0, 0.0, 2.0]]])
tags = torch.tensor([[0, 2]])

# Wrong: the classes stay last.
try:
    criterion(logits, tags)
except RuntimeError as error:
    print(error)
# > Expected target size [1, 3], got [1, 2]

# Right: the classes in dimension 1.
print(f"loss {criterion(logits.transpose(1, 2), tags):.4f}")
# > loss 0.7074

# Two words and two tags fit either way, and only the second is right.
short, tags = logits[:, :, :2], torch.tensor([[0, 0]])
print(f"as it comes {criterion(short, tags):.4f}")
# > as it comes 0.5032
print(f"transposed  {criterion(short.transpose(1, 2), tags):.4f}")
# > transposed  0.0334

# Notice it: False with the classes last, True in dimension 1.
num_classes = 3
for outputs in logits, logits.transpose(1, 2):
    print(outputs.shape[1] == num_classes)
# > False
# > True
