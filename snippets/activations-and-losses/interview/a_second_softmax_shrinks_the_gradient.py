"""A softmax before CrossEntropyLoss shrinks the gradient of a mistake."""

import math

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.tensor([0])

for classes in (2, 10, 100):
    gradients = []
    for layer in (nn.Identity(), nn.Softmax(dim=1)):
        logits = torch.zeros(1, classes)
        logits[0, 1] = 8.0  # sure of class 1, and wrong
        logits.requires_grad_()
        criterion(layer(logits), target).backward()
        gradients.append(logits.grad[0, 0].item())
    floor = math.log(math.e + classes - 1) - 1
    once, twice = gradients
    print(f"C = {classes}: gradient {once:.4f}, then {twice:.6f}")
    print(f"  floor of the loss {floor:.4f}")
# > C = 2: gradient -0.9997, then -0.000490
# >   floor of the loss 0.3133
# > C = 10: gradient -0.9997, then -0.000383
# >   floor of the loss 1.4612
# > C = 100: gradient -0.9997, then -0.000330
# >   floor of the loss 3.6222
