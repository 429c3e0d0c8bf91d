"""GaussianNLLLoss wants var in the shape of the outputs, or nearly so."""

import torch
from torch import nn

criterion = nn.GaussianNLLLoss()
mean, target = torch.zeros(4, 2), torch.ones(4, 2)

# Wrong: a variance for each of two outputs, and one for all.
for var in torch.tensor([1.0, 4.0]), torch.tensor(2.0):
    try:
        print(f"loss {criterion(mean, target, var):.4f}")
    except ValueError as error:
        print(error)
# > var is of incorrect size
# > var is of incorrect size

# Right: repeated for each sample, without a copy.
for var in torch.tensor([1.0, 4.0]), torch.tensor(2.0):
    print(f"loss {criterion(mean, target, var.expand_as(mean)):.4f}")
# > loss 0.6591
# > loss 0.5966

# More shapes of the outputs and of var, taken or refused.
shapes = [(4, 2), (4,)], [(4,), (4, 1)], [(4, 3, 8, 8), (4, 3, 1, 1)]
for shape, size in shapes:
    try:
        criterion(torch.zeros(shape), torch.ones(shape), torch.ones(size))
        print(size, "for", shape)
    except ValueError as error:
        print(size, "for", shape, error)
# > (4,) for (4, 2)
# > (4, 1) for (4,) var is of incorrect size
# > (4, 3, 1, 1) for (4, 3, 8, 8) var is of incorrect size

# Notice it: False for two variances, True for eight.
for var in torch.ones(2), torch.ones(2).expand_as(mean):
    print(var.shape == mean.shape)
# > False
# > True
