"""A step of SGD takes the learning rate times the gradient off."""

import torch

weight = torch.tensor([2.0], requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.25)
(weight**2).sum().backward()
optimizer.step()
print(weight.item())
