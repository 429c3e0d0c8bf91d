"""The deeper a network of sigmoids, the less its first layer learns."""

import torch
from matplotlib import pyplot as plt
from torch import nn


def gradients(depth):
    """Return the norm of the gradient of the weights of each layer."""
    torch.manual_seed(1)
    x = torch.randn(16, 16).double()
    layers = [nn.Linear(16, 16).double() for _ in range(depth)]
    for layer in layers:
        x = torch.sigmoid(layer(x))
    x.mean().backward()
    return [layer.weight.grad.norm().item() for layer in layers]


sizes = gradients(20)
depths = range(2, 51)
shares = []
for depth in depths:
    first, *_, last = gradients(depth)
    shares.append(first / last)
print(f"20 layers: the first has {sizes[0] / sizes[-1]:.0e} of the last")
# > 20 layers: the first has 2e-17 of the last

_, (above, below) = plt.subplots(2)
above.bar(range(1, 21), sizes, color="tab:blue", label="norm")
above.set_title("norm of the gradient, layer by layer, of 20")
above.set_xticks([1, 6, 11, 15, 20])
below.plot(depths, shares, color="tab:blue")
below.set_title("first / last")
below.set_xlabel("layers")
for panel in (above, below):
    panel.set_yscale("log")
plt.show()
