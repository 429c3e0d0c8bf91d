"""An activation can misread a transposed tensor on MPS."""

import torch
from torch import nn

activations = [nn.ELU(), nn.GELU(), nn.SiLU(), nn.Softplus(), nn.Sigmoid()]


def differing(arrange):
    names = []
    for activation in activations:
        found = {}
        for device in ("cpu", "mps"):
            inputs = torch.linspace(-1, 1, 6, device=device).view(2, 3)
            inputs.requires_grad_()
            outputs = activation(arrange(inputs.T))
            outputs.square().sum().backward()
            found[device] = outputs.detach().cpu(), inputs.grad.cpu()
        pairs = zip(found["cpu"], found["mps"], strict=True)
        if not all(torch.allclose(a, b, atol=1e-4) for a, b in pairs):
            names.append(type(activation).__name__)
    return ", ".join(names) or "none"


# Wrong: the activation gets a view with its dimensions exchanged.
print("unlike the CPU, as a view:", differing(lambda view: view))

# Right: it gets the same numbers in the order in which they are read.
print("as a copy:", differing(lambda view: view.contiguous()))
