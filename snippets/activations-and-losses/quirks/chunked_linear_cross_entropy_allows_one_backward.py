"""With options, linear cross entropy allows one backward, unless told."""

import torch
from torch import nn

torch.manual_seed(0)
features = torch.randn(4, 3)
target = torch.arange(4)

# Wrong: backward twice, with retain_graph=True.
options = nn.LinearCrossEntropyOptions()
criterion = nn.LinearCrossEntropyLoss(3, 5, options=options)
loss = criterion(features, target)
loss.backward(retain_graph=True)
try:
    loss.backward()
    print("backward twice")
except RuntimeError as error:
    print(error)
# > linear_cross_entropy chunked backward called twice; retain_graph=True / double backward are not supported.

# Right: told so when the options are made.
options = nn.LinearCrossEntropyOptions(allow_retain_graph=True)
criterion = nn.LinearCrossEntropyLoss(3, 5, options=options)
loss = criterion(features, target)
loss.backward(retain_graph=True)
loss.backward()
print(f"twice, gradient {criterion.linear.weight.grad.norm():.3f}")
# > twice, gradient 1.067

# A gradient of the gradient needs the loss without options.
for option in options, None:
    criterion = nn.LinearCrossEntropyLoss(3, 5, options=option)
    loss = criterion(features, target)
    [gradient] = torch.autograd.grad(
        loss, criterion.linear.weight, create_graph=True
    )
    print(gradient.requires_grad)
# > False
# > True
