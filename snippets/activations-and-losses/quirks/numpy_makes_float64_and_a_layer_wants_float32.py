"""A layer holds float32 and refuses what NumPy makes by default."""

import numpy as np
import torch
from torch import nn

# Runs on the CPU: NumPy's arrays are there.
model = nn.Linear(2, 1)
nn.init.constant_(model.weight, 0.5)
nn.init.zeros_(model.bias)
decimals = torch.from_numpy(np.array([[1.0, 3.0]]))
whole = torch.from_numpy(np.array([[1, 3]]))

# Wrong: the numbers as NumPy made them.
for inputs in (decimals, whole):
    try:
        model(inputs)
    except RuntimeError as error:
        print(error)
# > mat1 and mat2 must have the same dtype, but got Double and Float
# > mat1 and mat2 must have the same dtype, but got Long and Float

# Right: the same numbers as float32.
for inputs in (decimals, whole):
    print(f"{inputs.dtype}: output {model(inputs.float()).item():.4f}")
# > torch.float64: output 2.0000
# > torch.int64: output 2.0000

# Notice it: the check is False for float64, True for float32.
for inputs in decimals, decimals.float():
    print(inputs.dtype == next(model.parameters()).dtype)
# > False
# > True
