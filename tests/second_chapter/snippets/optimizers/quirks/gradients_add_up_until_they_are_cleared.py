"""Gradients add up until they are cleared."""

import torch

weight = torch.tensor([1.0], requires_grad=True)

# Wrong: the second pass adds to the first.
for _ in range(2):
    (3 * weight).sum().backward()
print(f"gradient {weight.grad.item()}")

# Right: each pass starts without a gradient.
for _ in range(2):
    weight.grad = None
    (3 * weight).sum().backward()
print(f"gradient {weight.grad.item()}")
