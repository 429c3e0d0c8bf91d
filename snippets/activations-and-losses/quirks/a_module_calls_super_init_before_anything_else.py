"""An own module begins with `super().__init__()`, or nothing works."""

from torch import nn, ones, zeros


class Swish(nn.Module):
    def __init__(self, beta):
        self.beta = beta

    def forward(self, x):
        return x * (self.beta * x).sigmoid()


# Wrong: the parent class has not made its dictionaries.
try:
    print(Swish(1.0)(zeros(2)).tolist())
except AttributeError as error:
    print(error)
# > 'Swish' object has no attribute '_backward_hooks'
for beta in nn.Parameter(ones(1)), nn.PReLU():
    try:
        Swish(beta)
    except AttributeError as error:
        print(error)
# > cannot assign parameters before Module.__init__() call
# > cannot assign module before Module.__init__() call


# Right: the parent first, then what the module holds.
class Swish(nn.Module):
    def __init__(self, beta):
        super().__init__()
        self.beta = beta

    def forward(self, x):
        return x * (self.beta * x).sigmoid()


print(Swish(1.0)(zeros(2)).tolist())
# > [0.0, 0.0]
