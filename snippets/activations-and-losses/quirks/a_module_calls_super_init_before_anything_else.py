"""An own module begins with `super().__init__()`, or nothing works."""

import torch
from torch import nn


class WithoutInit(nn.Module):
    def __init__(self, beta):
        self.beta = beta

    def forward(self, x):
        return x * torch.sigmoid(self.beta * x)


class WithInit(nn.Module):
    def __init__(self, beta):
        super().__init__()
        self.beta = beta

    forward = WithoutInit.forward


def show(build, beta):
    try:
        print(build(beta)(torch.zeros(2)).tolist())
    except AttributeError as error:
        print(error)


# Wrong: the parent class has not made its dictionaries.
show(WithoutInit, 1.0)
# > 'WithoutInit' object has no attribute '_backward_hooks'
show(WithoutInit, nn.Parameter(torch.ones(1)))
# > cannot assign parameters before Module.__init__() call
show(WithoutInit, nn.PReLU())
# > cannot assign module before Module.__init__() call

# Right: the parent first, then what the module holds.
show(WithInit, 1.0)
# > [0.0, 0.0]
