"""An assignment to a slice overwrites what backward() needs."""

import torch

outputs = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)


def decode(copy):
    for name in "sigmoid", "exp", "neg":
        x = getattr(torch, name)(outputs)
        y = copy(x)
        if name == "sigmoid":
            y[:, 0] = 8 * x[:, 0]
        elif name == "exp":
            y[x > 9] = 9.0
        else:
            y[:, 1] = x[:, 1] ** 2
        try:
            gradient = torch.autograd.grad(y.sum(), outputs)[0]
            print("gradient", *(f"{g:.1f}" for g in gradient.flatten()))
        except RuntimeError as error:
            print(str(error).split(". ")[0])


# Wrong: the values are written into x itself.
decode(lambda x: x)
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2, 2]], which is output 0 of Sigmoid, is at version 1; expected version 0 instead
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2, 2]], which is output 0 of Exp, is at version 1; expected version 0 instead
# > one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2]], which is output 0 of AsStrided, is at version 1; expected version 0 instead

# Right: read from x, and write into a copy.
decode(lambda x: x.clone())
# > gradient 1.6 0.1 0.4 0.0
# > gradient 2.7 7.4 0.0 0.0
# > gradient -1.0 4.0 -1.0 8.0
