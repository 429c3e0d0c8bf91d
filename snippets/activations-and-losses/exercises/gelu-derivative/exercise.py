"""Write the exact GELU and its derivative by hand.

`gelu(z)` and `gelu_derivative(z)` get a float tensor of any shape and
return one of the same shape and dtype. GELU is z times the standard normal
distribution function of z; in float64 both are wanted to twelve decimals.
torch.erf and torch.exp are allowed; nn.GELU, F.gelu and autograd are not.
"""


def gelu(z):
    # TODO: write this function, and differentiate it on paper for the next.
    raise NotImplementedError


def gelu_derivative(z):
    raise NotImplementedError
