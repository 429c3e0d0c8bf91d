"""`backward()` starts from one number, not from a loss per sample."""

import torch
from torch import nn

outputs = torch.tensor([0.5, 2.0, -1.0, 3.0], requires_grad=True)
target = torch.tensor([1.0, 1.0, 1.0, 1.0])
criterion = nn.MSELoss(reduction="none")  # one number per sample

# Wrong: four losses.
loss = criterion(outputs, target)
try:
    loss.backward()
except RuntimeError as error:
    print(error)
# > grad can be implicitly created only for scalar outputs

# Right: one number of them.
loss = criterion(outputs, target).mean()
loss.backward()
print(f"{loss:.4f}, gradient {outputs.grad.tolist()}")
# > 2.3125, gradient [-0.25, 0.5, -1.0, 1.0]

# A gradient of ones is a sum: four times the gradient of the mean.
outputs.grad = None
losses = criterion(outputs, target)
losses.backward(torch.ones_like(losses))
print(outputs.grad.tolist())
# > [-1.0, 2.0, -4.0, 4.0]

# A weight per sample goes in before the mean.
weights = torch.tensor([1.0, 0.0, 2.0, 1.0])
print(f"{(weights * losses).mean():.4f}")
# > 3.0625

# Notice it: the check is False for four losses, True for their mean.
for loss in losses, losses.mean():
    print(loss.numel() == 1)
# > False
# > True
