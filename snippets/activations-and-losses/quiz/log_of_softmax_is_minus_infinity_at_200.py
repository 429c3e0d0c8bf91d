"""Log of softmax is minus infinity where log-softmax is -200."""

import torch
from torch import nn

logits = torch.tensor([0.0, -200.0], requires_grad=True)

probabilities = logits.softmax(dim=0)
print(f"softmax: {probabilities[1].item():.1e}")
# > softmax: 0.0e+00
in_two_steps = probabilities.log()
print(f"softmax, then log: {in_two_steps[1].item():.1f}")
# > softmax, then log: -inf
(gradient,) = torch.autograd.grad(in_two_steps[1], logits)
print(f"gradient of softmax, then log: {gradient[1].item():.1f}")
# > gradient of softmax, then log: nan

in_one_step = logits.log_softmax(dim=0)
print(f"log_softmax: {in_one_step[1].item():.1f}")
# > log_softmax: -200.0
(gradient,) = torch.autograd.grad(in_one_step[1], logits)
print(f"gradient of log_softmax: {gradient[1].item():.1f}")
# > gradient of log_softmax: 1.0

probability = logits.softmax(dim=0)[1]
clamped = -nn.BCELoss()(probability, torch.tensor(1.0))
print(f"the least logarithm in BCELoss: {clamped.item():.1f}")
# > the least logarithm in BCELoss: -100.0
