"""LeakyReLU has a slope of 0.01 here, and other slopes elsewhere."""

import torch
from torch import nn

x = torch.tensor([-1.0, 2.0], requires_grad=True)


def elsewhere(slope):  # Keras: 0.3 for the layer, 0.2 for the function
    return torch.where(x < 0, slope * x, x)


# Wrong: the default of PyTorch.
for slope in 0.3, 0.2:
    ported = nn.LeakyReLU()
    print(f"elsewhere {elsewhere(slope)[0]:.2f}, here {ported(x)[0]:.2f}")
# > elsewhere -0.30, here -0.01
# > elsewhere -0.20, here -0.01

# Right: the slope of the original, written out.
for slope in 0.3, 0.2:
    ported = nn.LeakyReLU(negative_slope=slope)
    print(f"elsewhere {elsewhere(slope)[0]:.2f}, here {ported(x)[0]:.2f}")
# > elsewhere -0.30, here -0.30
# > elsewhere -0.20, here -0.20

# A minus sign makes every output positive, and in place an error.
print(f"{nn.LeakyReLU(-0.2)(x)[0]:.2f}")
# > 0.20
try:
    nn.LeakyReLU(-0.2, inplace=True)(x * 1).sum().backward()
except RuntimeError as error:
    print(error)
# > In-place leakyReLu backward calculation is triggered with a negative slope which is not supported. This is caused by calling in-place forward function with a negative slope, please call out-of-place version instead. File an issue at https://github.com/pytorch/pytorch if you do require supporting in-place leakRelu backward calculation with negative slope

# Notice it: the check is False for the default, True for the slope.
for ported in nn.LeakyReLU(), nn.LeakyReLU(slope):
    print(torch.allclose(ported(x), elsewhere(slope)))
# > False
# > True
