"""Softmax2d wants channels, height and width; Softmax names a dimension."""

import torch
from torch import nn

rows = torch.zeros(2, 3)  # 2 samples, 3 classes
steps = torch.zeros(2, 3, 4)  # 2 samples, 3 classes, 4 steps
volumes = torch.zeros(2, 3, 4, 4, 4)


def show(softmax):
    for outputs in rows, steps, volumes:
        try:
            p = softmax(outputs)
            sums = f"the classes sum to {p.sum(dim=1).mean():.1f}"
            print(f"{list(p.shape)}: {sums}")
        except ValueError as error:
            print(error)


# Wrong: rows, sequences and volumes.
softmax = nn.Softmax2d()
show(softmax)
# > Softmax2d: expected input to be 3D or 4D, got 2D instead
# > [2, 3, 4]: the classes sum to 1.5
# > Softmax2d: expected input to be 3D or 4D, got 5D instead

# Right: the dimension of the classes, whatever the shape.
softmax = nn.Softmax(dim=1)
show(softmax)
# > [2, 3]: the classes sum to 1.0
# > [2, 3, 4]: the classes sum to 1.0
# > [2, 3, 4, 4, 4]: the classes sum to 1.0

# Notice it: the check is False for Softmax2d on steps, True for Softmax.
for softmax in nn.Softmax2d(), nn.Softmax(dim=1):
    p = softmax(steps)
    print(torch.allclose(p.sum(dim=1), torch.ones(())))
# > False
# > True
