"""A loss is one number without an index, and `item()` reads it."""

import torch
from torch import nn

outputs, target = torch.tensor([3.0, 5.0]), torch.tensor([1.0, 2.0])
loss = nn.MSELoss()(outputs, target)
print(loss.shape)
# > torch.Size([])

# Wrong: as programs for PyTorch 0.3 read a loss.
try:
    value = loss.data[0]
except IndexError as error:
    print(error)
# > invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number

# Right: the number itself.
value = loss.item()
print(value)
# > 6.5

# Without dimensions there is nothing to loop over or to count, either.
for read in sum, len:
    try:
        read(loss)
    except TypeError as error:
        print(error)
# > iteration over a 0-d tensor
# > len() of a 0-d tensor

# A loss for each sample has an index.
print(nn.MSELoss(reduction="none")(outputs, target)[0].item())
# > 4.0

# Notice it: the check is False for the loss, True for its number.
for value in loss, loss.item():
    print(isinstance(value, float))
# > False
# > True
