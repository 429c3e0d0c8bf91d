"""Averaging the means of unequal batches changes the gradient."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0], [1.0, 0.0], [3.0, 0.0]])
target = torch.tensor([0, 0, 1])
batches = list(zip(logits.split(2), target.split(2), strict=True))  # 2, 1
mean = nn.CrossEntropyLoss()
total = nn.CrossEntropyLoss(reduction="sum")

weight = torch.tensor(1.0, requires_grad=True)
mean(weight * logits, target).backward()
print(f"one batch of three:   {weight.grad:.4f}")
# > one batch of three:   0.7835

# Wrong: each mean has divided by its own number of targets.
weight = torch.tensor(1.0, requires_grad=True)
for part, labels in batches:
    (mean(weight * part, labels) / len(batches)).backward()
print(f"means, divided by 2:  {weight.grad:.4f}")
# > means, divided by 2:  1.3020

# Right: sums, divided by the number of targets in all the batches.
weight = torch.tensor(1.0, requires_grad=True)
for part, labels in batches:
    (total(weight * part, labels) / len(target)).backward()
print(f"sums, divided by all: {weight.grad:.4f}")
# > sums, divided by all: 0.7835
