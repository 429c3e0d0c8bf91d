"""A ReLU unit learns from the samples on which it is active."""

import torch

inputs = torch.tensor([1.0, 2.0])
weight = torch.tensor(1.0, requires_grad=True)

outputs = torch.relu(weight * inputs - 1.5)
outputs.sum().backward()
print(f"gradient {weight.grad:.1f}")
# > gradient 2.0

# Options:
before = weight * inputs - 1.5
(linear,) = torch.autograd.grad(before.sum(), weight, retain_graph=True)
print(f"without the ReLU: gradient {linear:.1f}")
# > without the ReLU: gradient 3.0
active = torch.relu(before)
(slopes,) = torch.autograd.grad(active.sum(), before, retain_graph=True)
print("before the ReLU", before.tolist(), "its slopes", slopes.tolist())
# > before the ReLU [-0.5, 0.5] its slopes [0.0, 1.0]
(dead,) = torch.autograd.grad(torch.relu(before - 1).sum(), weight)
print(f"active on no sample: gradient {dead:.1f}")
# > active on no sample: gradient 0.0
