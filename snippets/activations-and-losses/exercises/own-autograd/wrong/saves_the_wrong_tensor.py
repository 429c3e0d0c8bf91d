"""Backward starts where forward ended, so the output is what it needs."""

import torch


class Softplus(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, beta):
        small = torch.log1p(torch.exp(-beta * z.abs()))
        result = z.clamp(min=0) + small / beta
        ctx.save_for_backward(result)
        ctx.beta = beta
        return result

    @staticmethod
    def backward(ctx, grad_output):
        (result,) = ctx.saved_tensors
        return grad_output * torch.sigmoid(ctx.beta * result), None
