"""The ignore_index leaves out samples and not a class."""

import torch
from torch import nn

logits = torch.tensor([[0.0, 1.0, 0.5], [2.0, 0.0, 1.0], [1.0, 0.0, 3.0]])
target = torch.tensor([1, 0, 2])
weight = torch.tensor([5.0, 1.0, 3.0])

criterion = nn.CrossEntropyLoss(weight=weight, ignore_index=0)
kept = target != 0
print(f"all three, one ignored: {criterion(logits, target):.4f}")
# > all three, one ignored: 0.2975
loss = nn.CrossEntropyLoss(weight=weight)(logits[kept], target[kept])
print(f"the two that are kept:  {loss:.4f}")
# > the two that are kept:  0.2975

# The softmax still runs over three classes: this logit matters.
raised = logits + torch.tensor([4.0, 0.0, 0.0])
print(f"logit of class 0 raised: {criterion(raised, target):.4f}")
# > logit of class 0 raised: 2.3689

# Right, if class 0 should not exist: cut its column off.
criterion = nn.CrossEntropyLoss(weight=weight[1:], ignore_index=-1)
for outputs in (logits, raised):
    loss = criterion(outputs[:, 1:], target - 1)
    print(f"column cut off: {loss:.4f}")
# > column cut off: 0.1550
# > column cut off: 0.1550
