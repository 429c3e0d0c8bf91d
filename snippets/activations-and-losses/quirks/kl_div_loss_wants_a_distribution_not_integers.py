"""KLDivLoss wants a distribution as its target, and refuses integers."""

import torch
from torch import nn
from torch.nn import functional as F

criterion = nn.KLDivLoss(reduction="batchmean")
logits = torch.tensor([[2.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 3.0]])
inputs = logits.log_softmax(dim=1)
labels = torch.tensor([0, 1, 2])
one_hot = F.one_hot(labels, 3)  # int64

# Wrong: one-hot rows of integers.
try:
    print(f"loss {criterion(inputs, one_hot):.4f}")
except RuntimeError as error:
    print(error)
# > kl_div: Integral inputs not supported.

# Right: one-hot rows of floats.
print(f"loss {criterion(inputs, one_hot.float()):.4f}")
# > loss 0.3763

# For one-hot rows, CrossEntropyLoss gives this from the labels.
print(f"cross entropy {nn.CrossEntropyLoss()(logits, labels):.4f}")
# > cross entropy 0.3763

# Class indices as floats are no distribution, but three of them are
# spread over three classes, and no error comes.
print(f"loss {criterion(inputs, labels.float()):.4f}")
# > loss 5.5152

# Notice it: False for the integers, True for the floats.
for target in one_hot, one_hot.float():
    print(target.is_floating_point())
# > False
# > True
