"""Of four losses only BCEWithLogitsLoss stops at (N, 1) against (N,)."""

import warnings

import torch
from torch import nn

outputs = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
target = torch.tensor([0.0, 1.0, 1.0, 0.0])

criteria = (
    nn.BCEWithLogitsLoss(),
    nn.MSELoss(),
    nn.PoissonNLLLoss(),
    nn.HuberLoss(),
)
for criterion in criteria:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            outcome = f"loss {criterion(outputs, target):.4f}"
        except ValueError as error:
            outcome = f"{type(error).__name__}: {error}"
    print(f"{criterion} warnings {len(caught)}: {outcome}")
# > BCEWithLogitsLoss() warnings 0: ValueError: Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 1]))
# > MSELoss() warnings 1: loss 0.5000
# > PoissonNLLLoss() warnings 0: loss 1.6091
# > HuberLoss() warnings 1: loss 0.2500
loss = nn.MSELoss()(outputs, target.unsqueeze(1))
print(f"MSELoss, both (4, 1): {loss:.4f}")
# > MSELoss, both (4, 1): 0.0000
