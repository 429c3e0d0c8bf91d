"""zero_grad leaves no gradient behind, rather than one of zeros."""

import torch

weight = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=1.0)
weight.sum().backward()
optimizer.zero_grad()
print(weight.grad)
