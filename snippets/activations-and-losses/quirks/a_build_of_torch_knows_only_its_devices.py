"""A build of PyTorch knows the devices that it was compiled for."""

import torch
from torch import nn

wanted = "xpu"  # a device that the usual builds do not know


def show(place):
    try:
        print(nn.Linear(2, 1).to(place).weight.device)
    except (AssertionError, RuntimeError) as error:
        print(error)


# Wrong: the name of the device is fixed in the code.
show(wanted)
# > Torch not compiled with XPU enabled

# Right: the program asks first.
show(wanted if torch.xpu.is_available() else "cpu")
# > cpu
