"""`backward` returns a value, or None, for each argument of `forward`."""

import torch
from torch.autograd import Function


class Leaky(Function):
    @staticmethod
    def forward(ctx, x, slope, finish):
        ctx.slopes = torch.where(x > 0, 1.0, slope)
        ctx.finish = finish
        return x * ctx.slopes

    @staticmethod
    def backward(ctx, grad):
        return ctx.finish(grad * ctx.slopes)


def train(finish):
    x = torch.tensor([-1.0, 2.0], requires_grad=True)
    try:
        Leaky.apply(x, 0.1, finish).sum().backward()
        print([round(value, 2) for value in x.grad.tolist()])
    except RuntimeError as error:
        print(error)


# Wrong: one value for three arguments, none, and one of another shape.
train(lambda grad: grad)
# > function LeakyBackward returned an incorrect number of gradients (expected 3, got 1)
train(lambda grad: None)  # as without return
# > function LeakyBackward returned an incorrect number of gradients (expected 3, got 1)
train(lambda grad: (grad.sum().expand(3), None, None))
# > Function LeakyBackward returned an invalid gradient at index 0 - got [3] but expected shape compatible with [2]

# Right: a gradient for x, and None for what is no tensor.
train(lambda grad: (grad, None, None))
# > [0.1, 1.0]
