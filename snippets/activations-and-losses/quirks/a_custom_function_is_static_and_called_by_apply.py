"""An autograd.Function has static methods, and is called by `apply`."""

import warnings

import torch
from torch.autograd import Function

warnings.simplefilter("ignore")


class Old(Function):
    def forward(self, x):  # and backward(self, grad), without ctx
        return x.clamp(min=0)


class New(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, grad):
        return grad * (ctx.saved_tensors[0] > 0)


x = torch.tensor([-1.0, 0.5], requires_grad=True)

# Wrong: an object of the class, called as in PyTorch 0.3.
try:
    y = Old()(x)
except RuntimeError as error:
    print(error)
# > Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function with static forward method. (Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)

# Right: static methods with ctx, and apply.
y = New.apply(x)
y.sum().backward()
print(y.tolist(), x.grad.tolist())
# > [0.0, 0.5] [0.0, 1.0]
