"""Not every operation takes every dtype."""

import torch
from torch import nn

mask = torch.ones(1, 1, 2, 2).bool()
model = nn.Sequential(nn.Conv2d(1, 2, 1), nn.LocalResponseNorm(2)).half()
x = torch.eye(2).half().view(1, 1, 2, 2)


def attempt(operation, *inputs):
    try:
        print(operation(*inputs).dtype)
    except RuntimeError as error:
        print(error)


# Wrong: the operation has no code for this dtype.
try:
    outputs = model(x)
except RuntimeError as error:
    print(error)
# > "avg_pool3d_out_frame" not implemented for 'Half'
attempt(torch.cdist, x, x)
# > "cdist" not implemented for 'Half'
attempt(torch.linalg.det, x)
# > "lu_cpu" not implemented for 'Half'
attempt(torch.mm, mask[0, 0], mask[0, 0])
# > "addmm_impl_cpu_" not implemented for 'Bool'
attempt(torch.conv2d, mask, mask)
# > "slow_conv2d_cpu" not implemented for 'Bool'
attempt(torch.layer_norm, torch.arange(2), [2])
# > "LayerNormKernelImpl" not implemented for 'Long'

# Right: float32 goes in. Some layers take float16, in this release.
outputs = model.float()(x.float())
print(outputs.dtype)
# > torch.float32
attempt(nn.Linear(2, 1).half(), x)
# > torch.float16
