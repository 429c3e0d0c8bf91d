"""A build of PyTorch knows the devices that it was compiled for."""

import torch
from torch import nn

model = nn.Linear(2, 1)

# Wrong: the program names a device, here one that most builds lack.
try:
    place = "xpu"
    print(model.to(place).weight.device)
except (AssertionError, RuntimeError) as error:
    print(error)
# > Torch not compiled with XPU enabled

# Right: the program asks first.
place = "xpu" if torch.xpu.is_available() else "cpu"
print(model.to(place).weight.device)
# > cpu
