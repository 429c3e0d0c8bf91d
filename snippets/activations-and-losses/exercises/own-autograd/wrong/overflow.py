"""The formula is short enough to be written as it stands."""

import torch


class Softplus(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, beta):
        exponential = torch.exp(beta * z)
        ctx.save_for_backward(exponential)
        return torch.log1p(exponential) / beta

    @staticmethod
    def backward(ctx, grad_output):
        (exponential,) = ctx.saved_tensors
        return grad_output * exponential / (1 + exponential), None
