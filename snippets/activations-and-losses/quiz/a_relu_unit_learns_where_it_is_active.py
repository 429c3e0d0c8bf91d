"""A ReLU unit learns from the samples on which it is active."""

import torch

inputs = torch.tensor([1.0, 2.0])
weight = torch.tensor(1.0, requires_grad=True)

outputs = torch.relu(weight * inputs - 1.5)
outputs.sum().backward()
print(f"gradient {weight.grad:.1f}")
# > gradient 2.0
