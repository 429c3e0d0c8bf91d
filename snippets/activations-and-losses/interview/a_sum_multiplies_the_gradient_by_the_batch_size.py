"""A summed loss multiplies the gradient by the size of the batch."""

import torch
from torch import nn

logits = torch.tensor([[1.0, 0.0], [0.0, 0.0], [2.0, 0.0], [0.0, 1.0]])
target = torch.tensor([0, 1, 1, -100])  # the last one is padding

for reduction in ("sum", "mean", "none"):
    weight = torch.tensor(1.0, requires_grad=True)
    criterion = nn.CrossEntropyLoss(reduction=reduction)
    loss = criterion(weight * logits, target)
    loss.sum().backward()
    values = " ".join(f"{value:.4f}" for value in loss.flatten())
    print(f"{reduction}: {values}, gradient {weight.grad:.4f}")
# > sum: 3.1333, gradient 1.4927
# > mean: 1.0444, gradient 0.4976
# > none: 0.3133 0.6931 2.1269 0.0000, gradient 1.4927

# The default divides by the samples that count, not by all of them.
per_sample = nn.CrossEntropyLoss(reduction="none")(logits, target)
counts = target != -100
print(f"{per_sample.sum() / counts.sum():.4f}, not {per_sample.mean():.4f}")
# > 1.0444, not 0.7833
