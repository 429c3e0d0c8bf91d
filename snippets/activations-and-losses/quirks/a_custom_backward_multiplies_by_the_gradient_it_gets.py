"""The backward of an own Function multiplies by the gradient it gets."""

import torch
from torch.autograd import Function, grad, gradcheck


class Squared(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.square().sum()


def show():
    x = torch.tensor([1.5, -1.0], requires_grad=True)
    loss = Squared.apply
    slopes = [grad(weight * loss(x), x)[0][0] for weight in (1.0, 0.1)]
    print(f"weight 1.0: {slopes[0]:.1f}, weight 0.1: {slopes[1]:.1f}")
    try:
        print("gradcheck", gradcheck(loss, x.double()))
    except RuntimeError as error:
        print(str(error).split("\n")[0])


# Wrong: the gradient that comes in is left out.
Squared.backward = staticmethod(lambda ctx, g: 2 * ctx.saved_tensors[0])
show()
# > weight 1.0: 3.0, weight 0.1: 3.0
# > backward not multiplied by grad_output

# Right: it is a factor.
Squared.backward = staticmethod(lambda ctx, g: g * 2 * ctx.saved_tensors[0])
show()
# > weight 1.0: 3.0, weight 0.1: 0.3
# > gradcheck True
