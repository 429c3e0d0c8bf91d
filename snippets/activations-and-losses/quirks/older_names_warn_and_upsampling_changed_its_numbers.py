"""Older names warn, and upsampling has another default than long ago."""

import warnings

import torch
import torch.nn.functional as F
from torch import nn

weight = nn.Parameter(torch.ones(2, 2))
row = torch.tensor([[[0.0, 3.0]]])


def show(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    print(caught[0].message if caught else "no warning")


# Wrong: the names of older programs.
show(lambda: nn.init.xavier_uniform(weight))
# > `nn.init.xavier_uniform` is now deprecated in favor of `nn.init.xavier_uniform_`.
show(lambda: nn.utils.clip_grad_norm([weight], 1.0))
# > `torch.nn.utils.clip_grad_norm` is now deprecated in favor of `torch.nn.utils.clip_grad_norm_`.
show(lambda: F.upsample(row, size=4, mode="linear"))
# > `nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.

# Right: their names today.
show(lambda: nn.init.xavier_uniform_(weight))
# > no warning
show(lambda: nn.utils.clip_grad_norm_([weight], 1.0))
# > no warning

# Today's default, and that of very old releases.
for corners in False, True:
    wide = F.interpolate(row, size=4, mode="linear", align_corners=corners)
    print([round(value, 2) for value in wide.flatten().tolist()])
# > [0.0, 0.75, 2.25, 3.0]
# > [0.0, 1.0, 2.0, 3.0]
