"""Every activation with inplace=True overwrites its input in silence."""

import inspect

import torch
from torch import nn

activations = [
    kind
    for kind in vars(nn).values()
    if inspect.isclass(kind)
    and kind.__module__ == "torch.nn.modules.activation"
    and "inplace" in inspect.signature(kind).parameters
]


def show(inplace):
    changed = []
    for kind in activations:
        given = (0.5, 0.0) if kind is nn.Threshold else ()
        features = torch.tensor([-1.0, 0.4, 7.0])
        kept = features  # for a skip connection, a plot or a loss
        kind(*given, inplace=inplace)(features)
        if kept.tolist() != torch.tensor([-1.0, 0.4, 7.0]).tolist():
            changed.append(kind.__name__)
    print(f"{len(changed)} of {len(activations)}:", *changed[:4])
    return changed


# Wrong: in place.
wrong = show(inplace=True)
# > 13 of 13: CELU ELU Hardsigmoid Hardswish

# Right: the default.
right = show(inplace=False)
# > 0 of 13:

# Notice it: the check is False in place, True by default.
for changed in wrong, right:
    print(not changed)
# > False
# > True
