"""A float32 layer refuses the float64 numbers that NumPy makes."""

import numpy as np
import torch
from torch import nn

# Runs on the CPU: NumPy's arrays are there.
model = nn.Linear(3, 1)
inputs = torch.from_numpy(np.ones((2, 3)))

try:
    model(inputs)
except RuntimeError as error:
    print(error)
# > mat1 and mat2 must have the same dtype, but got Double and Float

# Right: one conversion, where the data enter.
outputs = model(inputs.float())
print(outputs.dtype, tuple(outputs.shape))
# > torch.float32 (2, 1)
