"""A reentrant checkpoint trains nothing if no input requires a gradient."""

import warnings

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint

warnings.simplefilter("always")
warnings.showwarning = lambda message, *_: print(message)
body, head = nn.Linear(2, 3), nn.Linear(3, 1)
images = torch.ones(4, 2)


def train(features):
    # Notice it: False if the checkpoint cuts the graph, True otherwise.
    print(features.requires_grad)
    head(features).square().mean().backward()
    print("body:", "none" if body.weight.grad is None else "a gradient")


# Wrong: images need no gradient, so the layers get none.
features = checkpoint(body, images, use_reentrant=True)
# > None of the inputs have requires_grad=True. Gradients will be None
train(features)
# > False
# > body: none

# Right: this kind looks at the weights as well.
features = checkpoint(body, images, use_reentrant=False)
train(features)
# > True
# > body: a gradient
