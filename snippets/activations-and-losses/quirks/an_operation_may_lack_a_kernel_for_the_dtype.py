"""Not every operation takes every dtype, and each takes float32."""

import torch
import torch.nn.functional as F

points, counts = torch.eye(2).half(), torch.arange(2)
mask = torch.ones(1, 1, 2, 2).bool()


def show(operation, *inputs):
    try:
        print(operation(*inputs).dtype)
    except RuntimeError as error:
        print(error)


# Wrong: the operation has no code for this dtype.
show(torch.cdist, points, points)
# > "cdist" not implemented for 'Half'
show(torch.linalg.det, points)
# > "lu_cpu" not implemented for 'Half'
show(torch.mm, mask[0, 0], mask[0, 0])
# > "addmm_impl_cpu_" not implemented for 'Bool'
show(F.conv2d, mask, mask)
# > "slow_conv2d_cpu" not implemented for 'Bool'
show(F.layer_norm, counts, [2])
# > "LayerNormKernelImpl" not implemented for 'Long'

# Right: float32 goes in.
show(torch.cdist, points.float(), points.float())
# > torch.float32
show(torch.linalg.det, points.float())
# > torch.float32
show(F.conv2d, mask.float(), mask.float())
# > torch.float32

# In this release, a layer takes float16 on the CPU.
show(torch.nn.Linear(2, 1).half(), points)
# > torch.float16
