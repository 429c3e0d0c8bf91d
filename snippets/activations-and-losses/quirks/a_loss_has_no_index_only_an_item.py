"""A loss is one number without an index, and `item()` reads it."""

import torch
from torch import nn

outputs, target = torch.tensor([3.0, 5.0]), torch.tensor([1.0, 2.0])
loss = nn.MSELoss()(outputs, target)
print(loss.shape)
# > torch.Size([])


def show(read):
    try:
        print(f"{read(loss):.1f}")
    except (IndexError, TypeError) as error:
        print(error)


# Wrong: as programs for PyTorch 0.3 read a loss.
show(lambda loss: loss.data[0])
# > invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
show(sum)
# > iteration over a 0-d tensor
show(len)
# > len() of a 0-d tensor

# Right: the number itself.
show(lambda loss: loss.item())
# > 6.5

# A loss for each sample has an index.
print(nn.MSELoss(reduction="none")(outputs, target)[0].item())
# > 4.0

# Notice it: the check is False for the loss, True for its number.
for value in loss, loss.item():
    print(isinstance(value, float))
# > False
# > True
