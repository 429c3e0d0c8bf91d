"""`backward` returns a value, or None, for each argument of `forward`."""

import torch


class Leaky(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, slope, scale):
        ctx.factor = torch.where(x > 0, scale, slope * scale)
        return x * ctx.factor

    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.factor


class Summed(Leaky):
    backward = staticmethod(lambda ctx, g: (g.sum().expand(3), None, None))


x = torch.tensor([-1.0, 2.0], requires_grad=True)
# Wrong: one value for three arguments, and one of another shape.
for function in Leaky, Summed:
    try:
        function.apply(x, 0.1, 1.0).sum().backward()
    except RuntimeError as error:
        print(error)
# > function LeakyBackward returned an incorrect number of gradients (expected 3, got 1)
# > Function SummedBackward returned an invalid gradient at index 0 - got [3] but expected shape compatible with [2]


# Right: a gradient for x, and None for what is no tensor.
class Leaky(Leaky):  # the same forward
    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.factor, None, None


print(torch.autograd.grad(Leaky.apply(x, 0.1, 1.0).sum(), x)[0])
# > tensor([0.1000, 1.0000])
