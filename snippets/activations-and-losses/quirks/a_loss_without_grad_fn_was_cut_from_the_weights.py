"""A loss without a grad_fn was cut off from the weights on its way."""

import torch
from torch import nn

model, criterion = nn.Linear(2, 1), nn.MSELoss()
inputs, target = torch.ones(4, 2), torch.zeros(4, 1)

# Wrong: the forward pass is not recorded.
with torch.no_grad():
    outputs = model(inputs)
try:
    criterion(outputs, target).backward()
except RuntimeError as error:
    print(error)
# > element 0 of tensors does not require grad and does not have a grad_fn
dark = outputs

# Right: it is recorded.
outputs = model(inputs)
criterion(outputs, target).backward()
print("gradient", list(model.weight.grad.shape))
# > gradient [1, 2]

# Notice it: no_grad, detach, frozen weights, and the whole way.
frozen = nn.Linear(2, 1).requires_grad_(False)
for net, given, used in (
    (model, dark, dark),
    (model, outputs, outputs.detach()),
    (frozen, frozen(inputs), frozen(inputs)),
    (model, outputs, outputs),
):
    loss = criterion(used, target)
    weights = any(p.requires_grad for p in net.parameters())
    print(weights, given.requires_grad, loss.requires_grad)
# > True False False
# > True True False
# > False False False
# > True True True
