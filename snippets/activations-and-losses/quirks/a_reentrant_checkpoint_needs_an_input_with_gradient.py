"""A reentrant checkpoint trains nothing if no input requires a gradient."""

import warnings

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint


def train(**mode):
    body, head = nn.Linear(2, 3), nn.Linear(3, 1)
    images = torch.ones(4, 2)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        features = checkpoint(body, images, **mode)
    for warning in seen:
        print(warning.message)
    # Notice it: False if the checkpoint cuts the graph, True otherwise.
    print(features.requires_grad)
    head(features).square().mean().backward()
    print("body:", "none" if body.weight.grad is None else "a gradient")


# Wrong: images need no gradient, so the layers get none.
train(use_reentrant=True)
# > None of the inputs have requires_grad=True. Gradients will be None
# > False
# > body: none

# Right: this kind looks at the weights as well.
train(use_reentrant=False)
# > True
# > body: a gradient
