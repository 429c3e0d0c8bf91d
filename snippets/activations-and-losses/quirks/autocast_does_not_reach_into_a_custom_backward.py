"""In the backward pass of a custom Function, autocast is off."""

import torch


class Times(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight):
        ctx.save_for_backward(x, weight)
        return x @ weight

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        return grad @ weight.mT, x.mT @ grad


class TimesInBoth(Times):
    forward = torch.amp.custom_fwd(Times.forward, device_type="cpu")
    backward = torch.amp.custom_bwd(Times.backward, device_type="cpu")


def show(function):
    x = torch.ones(2, 3, requires_grad=True)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = function.apply(x, torch.ones(3, 1)).sum()
    try:
        loss.backward()
        print(x.grad.dtype)
    except RuntimeError as error:
        print(error)


# Wrong: forward runs under autocast, and backward does not.
show(Times)
# > expected m1 and m2 to have the same dtype, but got: c10::BFloat16 != float

# Right: backward runs as forward did.
show(TimesInBoth)
# > torch.float32
