"""Losses have no dimension: `cat` refuses them, and `stack` takes them."""

import warnings

import torch
from torch import nn

torch.manual_seed(0)
warnings.simplefilter("ignore")
model, criterion = nn.Linear(2, 1), nn.MSELoss()
losses = [criterion(model(x), torch.ones(1)) for x in torch.randn(3, 2)]
print([tuple(loss.shape) for loss in losses])
# > [(), (), ()]

# Wrong: cat wants a dimension, and tensor() takes the numbers only.
try:
    loss = torch.cat(losses).mean()
except RuntimeError as error:
    print(error)
# > zero-dimensional tensor (at position 0) cannot be concatenated
loss = torch.tensor(losses).mean()
try:
    loss.backward()
except RuntimeError as error:
    print(error)
# > element 0 of tensors does not require grad and does not have a grad_fn

# Right: stack makes the dimension, and keeps the way to the weights.
loss = torch.stack(losses).mean()
loss.backward()
print("a gradient of shape", *model.weight.grad.shape)
# > a gradient of shape 1 2

# Notice it: the check is False for tensor(), True for stack().
for joined in torch.tensor(losses), torch.stack(losses):
    print(joined.requires_grad)
# > False
# > True
