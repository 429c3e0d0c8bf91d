"""An optimizer leaves a weight alone where its gradient is None, not 0."""

import torch
from torch import nn


def train(clear):
    layer = nn.Linear(1, 1, bias=False)
    nn.init.ones_(layer.weight)
    optimizer = torch.optim.SGD(
        layer.parameters(), lr=0.1, momentum=0.9, weight_decay=0.1
    )
    layer(torch.ones(1, 1)).sum().backward()
    optimizer.step()
    layer.requires_grad_(False)  # frozen from here on
    before = layer.weight.item()
    for _ in range(3):
        clear(optimizer)
        optimizer.step()
    print(f"moved by {before - layer.weight.item():.3f}")
    # Notice it: False with a gradient of zeros, True without one.
    print(layer.weight.grad is None)


# Wrong: zeros, to which momentum and weight decay are added.
train(lambda optimizer: optimizer.zero_grad(set_to_none=False))
# > moved by 0.314
# > False

# Right: no gradient at all.
train(lambda optimizer: optimizer.zero_grad())
# > moved by 0.000
# > True
