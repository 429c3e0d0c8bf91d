"""Write a softplus with a backward pass of its own.

`Softplus.apply(z, beta)` returns log(1 + exp(beta * z)) / beta for a float
tensor z of any shape and a positive number beta that needs no gradient.
Neither value nor gradient is inf or nan in float32, even where beta * z is
1000, and for z = -30 and beta = 1 the value is small and not yet 0. Leave
the input as it is, and do without F.softplus, logsigmoid and logaddexp.
"""

import torch


class Softplus(torch.autograd.Function):
    # TODO: compute the value, keep what backward needs, and derive it.
    @staticmethod
    def forward(ctx, z, beta):
        raise NotImplementedError

    @staticmethod
    def backward(ctx, grad_output):
        raise NotImplementedError
