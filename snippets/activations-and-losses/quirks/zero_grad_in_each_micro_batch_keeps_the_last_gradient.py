"""`zero_grad()` in each micro-batch leaves only the last gradient."""

import torch
from torch import nn

weight = nn.Parameter(torch.zeros(1))
optimizer = torch.optim.SGD([weight], lr=1.0)
loader = torch.tensor([1.0, 2.0, 4.0, 9.0, 1.0, 1.0, 3.0, 7.0])

# Two steps, each on a batch of four.
for batch in loader.split(4):
    (weight * batch).mean().backward()
    optimizer.step()
    optimizer.zero_grad()
whole = weight.detach().clone()
print("weight", weight.item())
# > weight -7.0

# Wrong: of four gradients, three are thrown away.
nn.init.zeros_(weight)
for i, x in enumerate(loader):
    optimizer.zero_grad()
    (weight * x / 4).backward()
    if (i + 1) % 4 == 0:
        optimizer.step()
# Notice it: False if gradients are missing, True if none is.
print("weight", weight.item(), torch.allclose(weight, whole))
# > weight -4.0 False

# Right: zero_grad() belongs to the step.
nn.init.zeros_(weight)
optimizer.zero_grad()
for i, x in enumerate(loader):
    (weight * x / 4).backward()
    if (i + 1) % 4 == 0:
        optimizer.step()
        optimizer.zero_grad()
print("weight", weight.item(), torch.allclose(weight, whole))
# > weight -7.0 True
