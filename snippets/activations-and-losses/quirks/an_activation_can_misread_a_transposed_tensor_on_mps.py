"""An activation can misread a transposed tensor on MPS."""

import torch
from torch import nn


def differing(model):
    names = []
    for kind in nn.ELU, nn.GELU, nn.SiLU, nn.Softplus, nn.Sigmoid:
        found = {}
        for device in ("cpu", "mps"):
            inputs = torch.linspace(-1, 1, 6, device=device).view(2, 3)
            inputs.requires_grad_()
            outputs = model(inputs, kind())
            outputs.square().sum().backward()
            found[device] = outputs.detach().cpu(), inputs.grad.cpu()
        pairs = zip(found["cpu"], found["mps"], strict=True)
        if not all(torch.allclose(a, b, atol=1e-4) for a, b in pairs):
            names.append(kind.__name__)
    return ", ".join(names) or "none"


# Wrong: the activation gets a view with its dimensions exchanged.
def as_a_view(x, activation):
    return activation(x.transpose(0, 1))


print("unlike the CPU, as a view:", differing(as_a_view))


# Right: it gets the same numbers in the order in which they are read.
def as_a_copy(x, activation):
    return activation(x.transpose(0, 1).contiguous())


print("as a copy:", differing(as_a_copy))
