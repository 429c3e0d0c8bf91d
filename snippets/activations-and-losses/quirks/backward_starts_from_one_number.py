"""`backward()` starts from one number, not from a loss per sample."""

import torch
from torch import nn

outputs = torch.tensor([0.5, 2.0, -1.0, 3.0], requires_grad=True)
target = torch.tensor([1.0, 1.0, 1.0, 1.0])
losses = nn.MSELoss(reduction="none")(outputs, target)  # one per sample


def show(loss):
    try:
        gradient = torch.autograd.grad(loss, outputs, retain_graph=True)[0]
        print(f"{loss:.4f}, gradient", gradient.tolist())
    except RuntimeError as error:
        print(error)


# Wrong: four losses.
show(losses)
# > grad can be implicitly created only for scalar outputs

# Right: one number of them.
show(losses.mean())
# > 2.3125, gradient [-0.25, 0.5, -1.0, 1.0]

# A gradient of ones is a sum: four times the gradient of the mean.
ones = torch.ones_like(losses)
print(torch.autograd.grad(losses, outputs, ones, True)[0].tolist())
# > [-1.0, 2.0, -4.0, 4.0]

# A weight per sample goes in before the mean.
show((torch.tensor([1.0, 0.0, 2.0, 1.0]) * losses).mean())
# > 3.0625, gradient [-0.25, 0.0, -2.0, 1.0]

# Notice it: the check is False for four losses, True for their mean.
for loss in losses, losses.mean():
    print(loss.numel() == 1)
# > False
# > True
