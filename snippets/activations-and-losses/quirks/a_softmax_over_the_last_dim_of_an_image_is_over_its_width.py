"""A softmax over the last dimension of (N, C, H, W) is over the width."""

import torch
from torch import nn

# One image, two classes, one row of three pixels.
logits = torch.tensor([[[[1.0, 5.0, 1.0]], [[0.0, 2.0, 2.0]]]])


def class_map(softmax):
    probabilities = softmax(logits)
    for of_class in probabilities[0, :, 0]:
        print(" ".join(f"{share:.2f}" for share in of_class))
    print("classes", probabilities.argmax(dim=1).flatten().tolist())


# Wrong: each class shared out along the row.
class_map(nn.Softmax(dim=-1))
# > 0.02 0.96 0.02
# > 0.06 0.47 0.47
# > classes [1, 0, 1]

# Right: each pixel shared out among the classes.
class_map(nn.Softmax(dim=1))
# > 0.73 0.95 0.27
# > 0.27 0.05 0.73
# > classes [0, 0, 1]

# Softmax2d does the same.
class_map(nn.Softmax2d())
# > 0.73 0.95 0.27
# > 0.27 0.05 0.73
# > classes [0, 0, 1]

# Notice it: False over the width, True over the classes.
for softmax in nn.Softmax(dim=-1), nn.Softmax(dim=1):
    probabilities = softmax(logits)
    print(bool((probabilities.sum(dim=1) - 1).abs().max() < 1 / 100))
# > False
# > True
