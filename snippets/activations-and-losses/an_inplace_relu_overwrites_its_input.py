"""An in-place ReLU overwrites its input, and autograd may still need it."""

import torch
from torch import nn

inputs = torch.tensor([-1.0, 2.0])
nn.ReLU(inplace=True)(inputs)
print("the input is now", inputs.tolist())
# > the input is now [0.0, 2.0]

# Sigmoid keeps its output for the backward pass; ReLU then destroys it.
weights = torch.tensor([-1.0, 2.0], requires_grad=True)
hidden = weights.sigmoid()
loss = nn.ReLU(inplace=True)(hidden).sum()
try:
    loss.backward()
except RuntimeError as error:
    print(str(error).split(":")[0])
# > one of the variables needed for gradient computation has been modified by an inplace operation
