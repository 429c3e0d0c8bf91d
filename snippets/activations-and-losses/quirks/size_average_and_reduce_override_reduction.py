"""The deprecated arguments size_average and reduce override reduction."""

import warnings

import torch
from torch import nn

outputs = torch.tensor([1.0, 2.0])
target = torch.tensor([0.0, 4.0])

# Wrong: the arguments of an old tutorial, next to the one of today.
for old in ({"size_average": False}, {"reduce": False}):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        wrong = nn.MSELoss(**old, reduction="mean")
    print(caught[0].message)
    print(f"{wrong.reduction}: {wrong(outputs, target).tolist()}")
# > size_average and reduce args will be deprecated, please use reduction='sum' instead.
# > sum: 5.0
# > size_average and reduce args will be deprecated, please use reduction='none' instead.
# > none: [1.0, 4.0]

# Right: one argument, without a warning.
for reduction in ("sum", "none", "mean"):
    criterion = nn.MSELoss(reduction=reduction)
    print(f"{reduction}: {criterion(outputs, target).tolist()}")
# > sum: 5.0
# > none: [1.0, 4.0]
# > mean: 2.5

# Notice it: the check is False for the old argument, True for the new.
for criterion in wrong, nn.MSELoss(reduction="mean"):
    print(criterion.reduction == "mean")
# > False
# > True
