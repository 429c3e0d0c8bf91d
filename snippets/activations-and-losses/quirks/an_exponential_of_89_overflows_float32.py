"""An exponential of 89 overflows float32, and formulas by hand with it."""

import torch
from torch import nn


def show(softmax, softplus):
    for z in (1.0, 88.0, 89.0):
        logits = torch.tensor([z, z - 1], requires_grad=True)
        share, growth = softmax(logits)[0], softplus(logits)[0]
        growth.backward()
        slope = logits.grad[0]
        print(f"z = {z:.0f}: {share:.4f}, {growth:.4f}, slope {slope:.4f}")


# Wrong: the formulas as the textbook prints them.
show(lambda z: z.exp() / z.exp().sum(), lambda z: torch.log(1 + z.exp()))
# > z = 1: 0.7311, 1.3133, slope 0.7311
# > z = 88: 0.7311, 88.0000, slope 1.0000
# > z = 89: nan, inf, slope nan

# Right: the functions, which are written so as not to overflow.
show(nn.Softmax(dim=0), nn.Softplus())
# > z = 1: 0.7311, 1.3133, slope 0.7311
# > z = 88: 0.7311, 88.0000, slope 1.0000
# > z = 89: 0.7311, 89.0000, slope 1.0000

for z in torch.tensor([11.0, 12.0], dtype=torch.float16):
    print(f"{z.dtype}: exp({z:.0f}) = {z.exp():.0f}")
# > torch.float16: exp(11) = 59872
# > torch.float16: exp(12) = inf

# Notice it: the check is False by hand, True for the function.
z = torch.tensor([89.0, 88.0])
for outputs in z.exp() / z.exp().sum(), z.softmax(dim=0):
    print(bool(outputs.isfinite().all()))
# > False
# > True
