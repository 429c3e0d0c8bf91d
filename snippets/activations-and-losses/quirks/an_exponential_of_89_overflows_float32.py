"""An exponential of 89 overflows float32, and formulas by hand with it."""

import torch
from torch import nn


def show(logits, outputs, softplus):
    softplus[0].backward()
    slope = logits.grad[0]
    print(f"z = {logits[0]:.0f}: {outputs[0]:.4f}", end=", ")
    print(f"{softplus[0]:.4f}, slope {slope:.4f}", end=", finite: ")
    print(bool(outputs.isfinite().all()))  # Notice it


# Wrong: the formulas as the textbook prints them.
for z in (1.0, 88.0, 89.0):
    logits = torch.tensor([z, z - 1], requires_grad=True)
    softmax = logits.exp() / logits.exp().sum()
    softplus = torch.log(1 + logits.exp())
    show(logits, softmax, softplus)
# > z = 1: 0.7311, 1.3133, slope 0.7311, finite: True
# > z = 88: 0.7311, 88.0000, slope 1.0000, finite: True
# > z = 89: nan, inf, slope nan, finite: False

# Right: the functions, which are written so as not to overflow.
for z in (1.0, 88.0, 89.0):
    logits = torch.tensor([z, z - 1], requires_grad=True)
    softmax = torch.softmax(logits, dim=0)
    softplus = nn.Softplus()(logits)
    show(logits, softmax, softplus)
# > z = 1: 0.7311, 1.3133, slope 0.7311, finite: True
# > z = 88: 0.7311, 88.0000, slope 1.0000, finite: True
# > z = 89: 0.7311, 89.0000, slope 1.0000, finite: True

for z in torch.tensor([11.0, 12.0], dtype=torch.float16):
    print(f"{z.dtype}: exp({z:.0f}) = {z.exp():.0f}")
# > torch.float16: exp(11) = 59872
# > torch.float16: exp(12) = inf
