"""Three ReLU units cut a line into four straight pieces."""

import torch

inputs = torch.arange(-4.0, 5.0).unsqueeze(1)
bends = torch.tensor([-2.0, 0.0, 2.0])  # where each unit turns on
weights = torch.tensor([1.0, -2.0, 3.0])

hidden = torch.relu(inputs - bends)
slopes = (hidden @ weights).diff()
print("slopes", *(f"{slope:.0f}" for slope in slopes))
# > slopes 0 0 1 1 -1 -1 2 2

pieces = len(slopes.unique_consecutive())
print(f"straight pieces: {pieces}")
# > straight pieces: 4
