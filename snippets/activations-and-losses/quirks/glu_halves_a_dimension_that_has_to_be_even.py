"""GLU halves a dimension, which therefore has to be even."""

import torch
from torch import nn

x = torch.ones(2, 4)


def show(layer, x):
    try:
        print(f"shape {list(layer(x).shape)}")
    except RuntimeError as error:
        print(error)


# Wrong: as many features before GLU as are wanted after it, or none.
show(nn.Sequential(nn.Linear(4, 5), nn.GLU()), x)
# > Halving dimension must be even, but dimension 1 is size 5
show(nn.Sequential(nn.Linear(4, 6), nn.GLU(), nn.Linear(6, 1)), x)
# > mat1 and mat2 shapes cannot be multiplied (2x3 and 6x1)
show(nn.GLU(), torch.tensor(1.0))
# > glu does not support scalars because halving size must be even

# Right: twice as many before it.
show(nn.Sequential(nn.Linear(4, 2 * 5), nn.GLU()), x)
# > shape [2, 5]
show(nn.Sequential(nn.Linear(4, 2 * 6), nn.GLU(), nn.Linear(6, 1)), x)
# > shape [2, 1]

# Of an image, the default halves the width; dim=1 halves the channels.
show(nn.GLU(), torch.ones(2, 6, 8, 8))
# > shape [2, 6, 8, 4]
show(nn.GLU(dim=1), torch.ones(2, 6, 8, 8))
# > shape [2, 3, 8, 8]

# Notice it: the check is False for 5 features, True for 10.
for x in torch.ones(2, 5), torch.ones(2, 10):
    print(x.shape[-1] % 2 == 0)
# > False
# > True
