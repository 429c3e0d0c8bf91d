"""Every activation with inplace=True overwrites its input in silence."""

import inspect

import torch
from torch import nn

kinds = [getattr(nn, name) for name in nn.modules.activation.__all__]
activations = [
    kind
    for kind in kinds
    if "inplace" in inspect.signature(kind).parameters
]


def show(inplace):
    changed = []
    for kind in activations:
        given = (0.5, 0.0) if kind is nn.Threshold else ()
        kept = torch.tensor([-1.0, 0.4, 7.0])  # for a skip connection
        kind(*given, inplace=inplace)(kept)
        if not kept.equal(torch.tensor([-1.0, 0.4, 7.0])):
            changed.append(kind.__name__)
    print(f"{len(changed)} of {len(activations)}:", *changed[:4])
    return changed


# Wrong: in place.
wrong = show(inplace=True)
# > 13 of 13: Threshold ReLU RReLU Hardtanh

# Right: the default.
right = show(inplace=False)
# > 0 of 13:

# Notice it: the check is False in place, True by default.
for changed in wrong, right:
    print(not changed)
# > False
# > True
