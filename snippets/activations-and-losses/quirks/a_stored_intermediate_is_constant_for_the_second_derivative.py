"""What forward stores on ctx is a constant for the second derivative."""

import torch
from torch.autograd import Function, grad, gradcheck, gradgradcheck


class Cube(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.square = x * x
        ctx.save_for_backward(x)
        return ctx.square * x


def show():
    x = torch.ones(1, dtype=torch.float64, requires_grad=True)
    y = Cube.apply(x).square()  # x ** 6
    (first,) = grad(y, x, create_graph=True)
    (second,) = grad(first, x)
    print(f"first {first.item():.0f}, second {second.item():.0f}")
    print("gradcheck", gradcheck(Cube.apply, x))
    print(gradgradcheck(Cube.apply, x, raise_exception=False))


# Wrong: the square was computed in forward, without a graph.
Cube.backward = staticmethod(lambda ctx, g: 3 * ctx.square * g)
show()
# > first 6, second 18
# > gradcheck True
# > False

# Right: the input was saved, and the square is computed in backward.
Cube.backward = staticmethod(
    lambda ctx, g: 3 * ctx.saved_tensors[0] ** 2 * g
)
show()
# > first 6, second 30
# > gradcheck True
# > True
