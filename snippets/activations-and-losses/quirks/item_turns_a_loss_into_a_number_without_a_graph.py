"""`item()` makes a number of a loss, and a number cannot go backward."""

import numpy as np
import torch
from torch import nn

model, criterion = nn.Linear(1, 1), nn.MSELoss()
data = torch.ones(3, 8, 1)
losses = [criterion(model(batch), batch) for batch in data]


def own(outputs, target):
    criterion(outputs, target)  # and no return


# Wrong: the numbers are added up; then other things that are no loss.
total = sum(loss.item() for loss in losses)
for loss in (total, sum([]), np.mean([0.5]), own(data, data), ()):
    try:
        loss.backward()
    except AttributeError as error:
        print(error)
# > 'float' object has no attribute 'backward'
# > 'int' object has no attribute 'backward'
# > 'numpy.float64' object has no attribute 'backward'
# > 'NoneType' object has no attribute 'backward'
# > 'tuple' object has no attribute 'backward'
wrong = total

# Right: the losses are added up.
total = sum(losses)
total.backward()
print("gradient", list(model.weight.grad.shape))
# > gradient [1, 1]

# Notice it: the check is False for the number, True for the loss.
for loss in wrong, total:
    print(isinstance(loss, torch.Tensor))
# > False
# > True
