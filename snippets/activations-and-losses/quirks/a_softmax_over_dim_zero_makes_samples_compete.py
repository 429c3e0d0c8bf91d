"""A softmax over dimension 0 makes the samples of a batch compete."""

import torch
from torch import nn

# Two images, three classes.
logits = torch.tensor([[2.0, 3.0, 0.0], [1.0, 5.0, 0.0]])


def first_image(softmax):
    for batch in (logits, logits[:1]):
        first = softmax(batch)[0]
        shares = " ".join(f"{share:.4f}" for share in first)
        print(f"batch of {len(batch)}: {shares}, class {first.argmax()}")


# Wrong: each class shared out among the images.
first_image(nn.Softmax(dim=0))
# > batch of 2: 0.7311 0.1192 0.5000, class 0
# > batch of 1: 1.0000 1.0000 1.0000, class 0

# Right: each image shared out among the classes.
first_image(nn.Softmax(dim=1))
# > batch of 2: 0.2595 0.7054 0.0351, class 1
# > batch of 1: 0.2595 0.7054 0.0351, class 1

# Notice it: the check is False over the images, True over the classes.
for probabilities in logits.softmax(dim=0), logits.softmax(dim=1):
    print(bool((probabilities.sum(dim=1) - 1).abs().max() < 1 / 100))
# > False
# > True
