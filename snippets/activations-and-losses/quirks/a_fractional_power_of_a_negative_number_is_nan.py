"""A fractional power of a negative number is nan."""

import torch


def show(root):
    x = torch.tensor([8.0, -8.0], requires_grad=True)
    y = root(x)
    y.sum().backward()
    print([round(v, 2) for v in y.tolist()], end=" ")
    print([round(v, 2) for v in x.grad.tolist()])
    return y


# Wrong: the cube root as a power.
wrong = show(lambda x: x ** (1 / 3))
# > [2.0, nan] [0.08, nan]

# Right: the root of the size, with the sign put back.
right = show(lambda x: x.sign() * x.abs() ** (1 / 3))
# > [2.0, -2.0] [0.08, 0.08]

# Generalized mean pooling wants positive inputs: clamp, then the power.
right = show(lambda x: (x.clamp(min=1e-6) ** 3).mean() ** (1 / 3) * x**0)
# > [6.35, 6.35] [1.59, 0.0]

# The same from sqrt, log and LPPool1d; a whole exponent is no problem.
x = torch.tensor([[[-8.0, -8.0]]])
pool = torch.nn.LPPool1d(3, kernel_size=2)
print(x.sqrt()[0, 0, 0], x.log()[0, 0, 0], pool(x)[0, 0, 0])
# > tensor(nan) tensor(nan) tensor(nan)
print((x**3)[0, 0, 0], (x**2.5)[0, 0, 0])
# > tensor(-512.) tensor(nan)

# Notice it: False for the power alone, True for the others.
for y in wrong, right:
    print(y.isfinite().all().item())
# > False
# > True
