"""The last dimension of the input is in_features of the linear layer."""

import torch
from torch import nn

images = torch.ones(4, 10, 7, 7)  # after the convolutions
layer = nn.Linear(490, 10)


def classify(flatten):
    x = flatten(images)
    # Notice it: False if the last dimension does not fit, True if so.
    print(x.shape[-1] == layer.in_features)
    try:
        print(*layer(x).shape)
    except RuntimeError as error:
        print(error)


# Wrong: not flattened, or flattened with the batch.
classify(lambda x: x)
# > False
# > mat1 and mat2 shapes cannot be multiplied (280x7 and 490x10)
classify(lambda x: x.flatten())
# > False
# > mat1 and mat2 shapes cannot be multiplied (1x1960 and 490x10)

# Right: flattened from dimension 1 on.
classify(lambda x: x.flatten(1))
# > True
# > 4 10
