"""NumPy cannot add up losses that are to be trained; Python's sum can."""

import numpy as np
import torch
from torch import nn

criterion, model = nn.L1Loss(), nn.Linear(2, 3, bias=False)
nn.init.eye_(model.weight)
outputs = model(torch.ones(4, 2))  # a column for each of three stages
target = torch.full((4,), 2.5)
losses = [criterion(column, target) for column in outputs.T]

# Wrong: NumPy adds up the losses, or their numbers.
try:
    loss = np.sum(losses)
except RuntimeError as error:
    print(error)
# > Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
numbers = np.sum([loss.detach().numpy() for loss in losses])
try:
    print("sum", numbers)
    numbers.backward()
except AttributeError as error:
    print(error)
# > sum 5.5
# > 'numpy.float32' object has no attribute 'backward'

# Right: Python adds them up, and torch takes means and roots.
loss = sum(losses)
loss.backward()
print(f"sum {loss:.1f}, gradient {model.weight.grad.tolist()}")
# > sum 5.5, gradient [[-1.0, -1.0], [-1.0, -1.0], [-1.0, -1.0]]
print(f"mean {torch.stack(losses).mean():.3f}, root {torch.sqrt(loss):.3f}")
# > mean 1.833, root 2.345

# Notice it: False for a number or a tensor made of it, True for the loss.
totals = numbers, torch.tensor(numbers, requires_grad=True), loss
print([getattr(total, "grad_fn", None) is not None for total in totals])
# > [False, False, True]
