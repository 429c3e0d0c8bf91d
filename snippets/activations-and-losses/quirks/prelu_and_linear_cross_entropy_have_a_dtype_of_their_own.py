"""PReLU and LinearCrossEntropyLoss have a dtype and a device."""

import torch
from torch import nn

features = torch.ones(4, 3, dtype=torch.float64)
target = torch.tensor([0, 1, 2, 0])


def show(prelu, criterion):
    for use in lambda: prelu(features), lambda: criterion(features, target):
        try:
            print(use().dtype)
        except RuntimeError as error:
            print(error)
    # Notice it: False for the default, True for the same dtype.
    print(prelu.weight.dtype == features.dtype)


# Wrong: the default dtype, float32, beside inputs of float64.
prelu = nn.PReLU()
criterion = nn.LinearCrossEntropyLoss(3, 5)
show(prelu, criterion)
# > prelu: Type promoting not supported. Got Double and Float
# > expected m1 and m2 to have the same dtype, but got: double != float
# > False

# Right: moved and cast as the inputs are, or made so.
prelu = nn.PReLU().to(features)
criterion = nn.LinearCrossEntropyLoss(3, 5).to(features)
show(prelu, criterion)
# > torch.float64
# > torch.float64
# > True
like = {"device": features.device, "dtype": features.dtype}
show(nn.PReLU(**like), nn.LinearCrossEntropyLoss(3, 5, **like))
# > torch.float64
# > torch.float64
# > True
