"""Hardtanh takes min_val and max_val; the older names warn and win."""

import warnings

import torch
from torch import nn
from torch.nn import functional as F

warnings.simplefilter("always")
x = torch.tensor([-9.0, 9.0])


def show(clip):
    with warnings.catch_warnings(record=True) as caught:
        try:
            print(clip(x).tolist())
        except TypeError as error:
            print(error)
    for warning in caught:
        print(warning.message)


# Wrong: the names of old code, alone, next to a new one, and in F.
show(lambda x: nn.Hardtanh(min_value=0.0, max_value=6.0)(x))
# > [0.0, 6.0]
# > keyword argument `min_value` is deprecated and renamed to `min_val`
# > keyword argument `max_value` is deprecated and renamed to `max_val`
show(lambda x: nn.Hardtanh(min_val=0.0, min_value=-3.0)(x))
# > [-3.0, 1.0]
# > keyword argument `min_value` is deprecated and renamed to `min_val`
show(lambda x: F.hardtanh(x, min_value=0.0))
# > hardtanh() got an unexpected keyword argument 'min_value'

# Right: the names of today.
show(lambda x: nn.Hardtanh(min_val=0.0, max_val=6.0)(x))
# > [0.0, 6.0]
show(lambda x: F.hardtanh(x, min_val=0.0))
# > [0.0, 1.0]
