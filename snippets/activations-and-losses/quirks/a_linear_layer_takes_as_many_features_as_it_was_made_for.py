"""The last dimension of the input is in_features of the linear layer."""

import torch
from torch import nn

images = torch.ones(4, 3, 9, 9)
conv, linear = nn.Conv2d(3, 10, 3), nn.Linear(490, 10)

# Wrong: not flattened.
x = conv(images)
try:
    print(*linear(x).shape)
except RuntimeError as error:
    print(error)
# > mat1 and mat2 shapes cannot be multiplied (280x7 and 490x10)

# Right: flattened from dimension 1 on.
x = conv(images)
x = x.flatten(1)
print(*linear(x).shape)
# > 4 10

# Flattened with the batch, all images are one long row.
try:
    linear(conv(images).flatten())
except RuntimeError as error:
    print(error)
# > mat1 and mat2 shapes cannot be multiplied (1x1960 and 490x10)

# Notice it: False if the last dimension does not fit, True if so.
for x in conv(images), conv(images).flatten(), conv(images).flatten(1):
    print(x.shape[-1] == linear.in_features)
# > False
# > False
# > True
