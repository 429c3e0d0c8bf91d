"""SoftMarginLoss with a uint8 target has a wrong gradient."""

import torch
from torch import nn

labels = torch.tensor([1, 1, 1], dtype=torch.uint8)
logits = torch.tensor([-1.0, 0.2, 1.0], requires_grad=True)
criterion = nn.SoftMarginLoss(reduction="sum")


def show(target):
    loss = criterion(logits, target)
    [gradient] = torch.autograd.grad(loss, logits)
    print(f"loss {loss:.4f}, minus the first label is {-target[0]}")
    print("gradient", *[f"{g:z.2f}" for g in gradient.tolist()])


# Wrong: labels as bytes.
show(labels)
# > loss 2.2247, minus the first label is 255
# > gradient 0.00 -1.00 nan

# Right: the same labels as floats.
show(labels.float())
# > loss 2.2247, minus the first label is -1.0
# > gradient -0.73 -0.45 -0.27

# The slope of the loss, measured, sides with the floats.
for step in 0.01 * torch.eye(3):
    rise = criterion(logits + step, labels) - criterion(logits, labels)
    print(f"slope {rise / 0.01:.2f}")
# > slope -0.73
# > slope -0.45
# > slope -0.27

# Notice it: the check is False for the bytes, True for the floats.
for target in labels, labels.float():
    print(target.is_floating_point())
# > False
# > True
