"""MSELoss divides by the number of entries, not by that of samples."""

import torch
from torch import nn

outputs = torch.zeros(2, 3)
target = torch.tensor([[2.0, 0.0, 2.0], [0.0, 4.0, 0.0]])

loss = nn.MSELoss()(outputs, target)
print(f"loss {loss:.0f}")
# > loss 4

# Options:
squares = (outputs - target).square()
print(f"sum over the two samples: loss {squares.sum() / 2:.0f}")
# > sum over the two samples: loss 12
print(f"the sum: loss {squares.sum():.0f}, entries {squares.numel()}")
# > the sum: loss 24, entries 6
print(f"the root of the mean: loss {squares.mean().sqrt():.0f}")
# > the root of the mean: loss 2
