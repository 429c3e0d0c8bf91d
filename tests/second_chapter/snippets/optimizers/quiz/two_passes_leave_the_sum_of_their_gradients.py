"""Two passes leave the sum of their gradients."""

import torch

weight = torch.tensor([1.0], requires_grad=True)
for passes in (1, 2):
    (3 * weight).sum().backward()
    print(f"after {passes}: {weight.grad.item()}")

optimizer = torch.optim.SGD([weight], lr=1.0)
optimizer.zero_grad()
print(f"after zero_grad: {weight.grad}")
