"""zero_grad takes the gradient away."""

import torch

weight = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=1.0)
weight.sum().backward()
optimizer.zero_grad()
print(weight.grad)

# Options:
weight.sum().backward()
print(f"before: {weight.grad}")
optimizer.zero_grad(set_to_none=False)
print(f"set_to_none=False: {weight.grad}")
