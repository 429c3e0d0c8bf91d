"""An assignment to a slice overwrites what backward() needs."""

import torch

outputs = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
limit = 7.0


def backward(x):
    try:
        slope = torch.autograd.grad(x.sum(), outputs)[0]
        print(f"gradient {slope.sum():.2f}")
    except RuntimeError as error:
        print(str(error).split(". ")[0])


# Wrong: the values are written into x itself.
x = outputs.sigmoid()
x[:, 0] = 8 * x[:, 0]
backward(x)
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2, 2]], which is output 0 of Sigmoid, is at version 1; expected version 0 instead
x = outputs.exp()
x[x > limit] = limit
backward(x)
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2, 2]], which is output 0 of Exp, is at version 1; expected version 0 instead
x = -outputs
x[:, 1] = x[:, 1] ** 2
backward(x)
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of AsStrided, is at version 1; expected version 0 instead

# Right: read from x, and write into a copy, or into a new tensor.
x = outputs.sigmoid()
y = x.clone()
y[:, 0] = 8 * x[:, 0]
backward(y)
# > gradient 2.06
x = outputs.exp()
x = torch.where(x > limit, limit, x)
backward(x)
# > gradient 2.72
