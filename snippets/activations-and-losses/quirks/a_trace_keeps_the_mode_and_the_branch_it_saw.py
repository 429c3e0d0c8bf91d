"""A trace repeats what one run did: its dropout, and its branch."""

import warnings

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(1, 100), nn.Dropout(0.5))
x = torch.ones(1, 1)


def capped(x):
    return x.clamp(max=1) if x.sum() > 1 else x


def traced(what):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        trace = torch.jit.trace(what, x)
    for one in caught:
        if one.category is torch.jit.TracerWarning:
            print(str(one.message).split(". ")[0].splitlines()[0])
            break
    return trace


# Wrong: the model is traced while it trains, the branch by one input.
print("zeros:", bool((traced(model).eval()(x) == 0).any()))
# > Output nr 1
# > zeros: True
print(traced(capped)(3 * x).item())
# > Converting a tensor to a Python boolean might cause the trace to be incorrect
# > 3.0

# Right: eval() comes first, and an operation decides.
print("zeros:", bool((traced(model.eval()).eval()(x) == 0).any()))
# > zeros: False
print(traced(lambda x: x.clamp(max=1))(3 * x).item())
# > 1.0
