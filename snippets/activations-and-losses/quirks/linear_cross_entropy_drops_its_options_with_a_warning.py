"""Linear cross entropy drops its options beside label smoothing."""

import warnings

import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks
from torch.nn import functional as F

torch.manual_seed(0)
features = torch.randn(64, 16)
weight = torch.randn(1000, 16, requires_grad=True)
target = torch.randint(1000, (64,))
options = nn.LinearCrossEntropyOptions()


def show(**arguments):
    kept = []
    with (
        warnings.catch_warnings(record=True) as caught,
        saved_tensors_hooks(lambda x: kept.append(x.shape), lambda x: x),
    ):
        warnings.simplefilter("always")
        F.linear_cross_entropy(features, weight, target, **arguments)
    print("tensors as large as the logits kept:", kept.count((64, 1000)))
    for warning in caught:
        print(str(warning.message).partition(" Got")[0])


# Wrong: options for little memory, and label smoothing.
show(options=options, label_smoothing=0.1)
# > tensors as large as the logits kept: 2
# > linear_cross_entropy: ``options`` ignored; chunked path needs reduction in {'mean','sum','none'}, label_smoothing == 0, target.dtype == int64, out_features == ().

# Right: options, and nothing that they cannot do.
show(options=options)
# > tensors as large as the logits kept: 0
