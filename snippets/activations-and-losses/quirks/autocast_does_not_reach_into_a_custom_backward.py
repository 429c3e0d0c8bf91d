"""In the backward pass of a custom Function, autocast is off."""

import torch
from torch.amp import custom_bwd, custom_fwd


class Times(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight):
        ctx.save_for_backward(x, weight)
        return x @ weight

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        return grad @ weight.mT, x.mT @ grad


x = torch.ones(2, 3, requires_grad=True)

# Wrong: forward runs under autocast, and backward does not.
with torch.autocast("cpu", dtype=torch.bfloat16):
    loss = Times.apply(x, torch.ones(3, 1)).sum()
try:
    loss.backward()
except RuntimeError as error:
    print(error)
# > expected m1 and m2 to have the same dtype, but got: c10::BFloat16 != float

# Right: backward runs as forward did.
Times.forward = custom_fwd(Times.forward, device_type="cpu")
Times.backward = custom_bwd(Times.backward, device_type="cpu")
with torch.autocast("cpu", dtype=torch.bfloat16):
    loss = Times.apply(x, torch.ones(3, 1)).sum()
loss.backward()
print(x.grad.dtype)
# > torch.float32
