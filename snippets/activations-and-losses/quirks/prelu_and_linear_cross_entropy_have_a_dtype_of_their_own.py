"""PReLU and LinearCrossEntropyLoss have a dtype and a device."""

import torch
from torch import nn

features = torch.ones(4, 3, dtype=torch.float64)
target = torch.tensor([0, 1, 2, 0])


def show(**options):
    prelu = nn.PReLU(**options)
    criterion = nn.LinearCrossEntropyLoss(3, 5, **options)
    for use in lambda: prelu(features), lambda: criterion(features, target):
        try:
            print(use().dtype)
        except RuntimeError as error:
            print(error)
    return prelu


# Wrong: the default dtype, float32, beside inputs of float64.
wrong = show()
# > prelu: Type promoting not supported. Got Double and Float
# > expected m1 and m2 to have the same dtype, but got: double != float

# Right: as the inputs are; later, `.to` moves and casts both.
right = show(**{"device": features.device, "dtype": features.dtype})
# > torch.float64
# > torch.float64

# Notice it: the check is False for the default, True for the same dtype.
for prelu in wrong, right:
    print(prelu.weight.dtype == features.dtype)
# > False
# > True
