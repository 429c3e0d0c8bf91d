"""MSELoss divides by the number of entries, not by that of samples."""

import torch
from torch import nn

outputs = torch.zeros(2, 3)
target = torch.tensor([[2.0, 0.0, 2.0], [0.0, 4.0, 0.0]])

loss = nn.MSELoss()(outputs, target)
print(f"loss {loss:.0f}")
# > loss 4
