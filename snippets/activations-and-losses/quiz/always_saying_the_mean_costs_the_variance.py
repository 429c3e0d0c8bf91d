"""A model that always says the mean pays the variance under MSELoss."""

import torch
from torch import nn

target = torch.tensor([1.0, 2.0, 3.0, 6.0])
criterion = nn.MSELoss()

mean = target.mean()
print(f"mean {mean:.1f}")
# > mean 3.0
squares = (mean - target).square()
print("squared errors", *(f"{square:.0f}" for square in squares))
# > squared errors 4 1 0 9
print(f"always the mean: {criterion(mean.expand(4), target):.2f}")
# > always the mean: 3.50
print(f"always 0: {criterion(torch.zeros(4), target):.2f}")
# > always 0: 12.50
print(f"divided by one less: {target.var():.2f}")
# > divided by one less: 4.67
print(f"L1Loss: {nn.L1Loss()(mean.expand(4), target):.2f}")
# > L1Loss: 1.50
