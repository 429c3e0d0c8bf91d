"""A loss is one number without a dimension, which item() reads."""

import torch
from torch import nn

loss = nn.MSELoss()(torch.ones(4), torch.zeros(4))
answer = torch.tensor([[0.5]]).squeeze()  # a batch of one, squeezed


def log(read):
    try:
        print(read())
    except (IndexError, TypeError) as error:
        print(error)


# Wrong: there is no first entry, and nothing to go through.
log(lambda: loss.data[0])
# > invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
log(lambda: answer[0])
# > invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
log(lambda: [float(x) for x in loss])
# > iteration over a 0-d tensor

# Right: the number itself.
log(lambda: loss.item())
# > 1.0
log(lambda: answer.item())
# > 0.5

# Notice it: False for the tensor, True for the number.
for value in loss, loss.item():
    print(isinstance(value, float))
# > False
# > True
