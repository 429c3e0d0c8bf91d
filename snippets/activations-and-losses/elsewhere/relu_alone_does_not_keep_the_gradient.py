"""ReLU alone does not keep the gradient; scale and shortcuts do."""

import torch
from torch import nn


def kept(activation, gain, shortcut):
    inputs = torch.randn(16, 256, requires_grad=True)
    hidden = inputs
    for _ in range(20):
        weight = torch.randn(256, 256) * gain / 256**0.5
        hidden = activation(hidden @ weight) + shortcut * hidden
    hidden.backward(torch.randn_like(hidden))  # a gradient of size 1
    decades = inputs.grad.square().mean().sqrt().log10()
    return f"10^{round(decades.item())}"


default, he = 3**-0.5, 2**0.5  # nn.Linear draws with the first
torch.manual_seed(0)
print("no activation:       ", kept(nn.Identity(), default, 0))
# > no activation:        10^-5
print("ReLU:                ", kept(nn.ReLU(), default, 0))
# > ReLU:                 10^-8
print("ReLU, He:            ", kept(nn.ReLU(), he, 0))
# > ReLU, He:             10^0
print("ReLU, gain 2:        ", kept(nn.ReLU(), 2.0, 0))
# > ReLU, gain 2:         10^3
print("ReLU, with shortcuts:", kept(nn.ReLU(), default, 1))
# > ReLU, with shortcuts: 10^1
