"""The gradient of cross-entropy in the logits is softmax minus one-hot."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 5.0]])
logits.requires_grad_()
target = torch.tensor([0, 1])

nn.CrossEntropyLoss(reduction="sum")(logits, target).backward()

p = torch.softmax(logits.detach(), dim=1)
y = nn.functional.one_hot(target, num_classes=3)
for row in (0, 1):
    print("autograd:", " ".join(f"{g:.4f}" for g in logits.grad[row]))
    print("p - y:   ", " ".join(f"{g:.4f}" for g in (p - y)[row]))
# > autograd: -0.3348 0.2447 0.0900
# > p - y:    -0.3348 0.2447 0.0900
# > autograd: 0.0066 -0.9934 0.9867
# > p - y:    0.0066 -0.9934 0.9867
