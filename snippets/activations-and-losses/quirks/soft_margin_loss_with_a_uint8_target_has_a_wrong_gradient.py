"""SoftMarginLoss with a uint8 target has a wrong gradient."""

import torch
from torch import nn

labels = torch.tensor([1, 1, 1], dtype=torch.uint8)
logits = torch.tensor([-1.0, 0.2, 1.0], requires_grad=True)
criterion = nn.SoftMarginLoss(reduction="sum")


def show(loss):
    [gradient] = torch.autograd.grad(loss, logits)
    slopes = [f"{g:z.2f}" for g in gradient.tolist()]
    print(f"loss {loss:.4f}, gradient", *slopes)


# Wrong: labels as bytes, among which minus 1 is 255.
loss = criterion(logits, labels)
show(loss)
# > loss 2.2247, gradient 0.00 -1.00 nan
print((-labels[0]).item())
# > 255

# Right: the same labels as floats.
loss = criterion(logits, labels.float())
show(loss)
# > loss 2.2247, gradient -0.73 -0.45 -0.27

# The slope of the loss, measured, agrees with the floats.
steps = 0.01 * torch.eye(3)
rises = [criterion(logits + step, labels) - loss for step in steps]
print("slopes", *(f"{rise / 0.01:.2f}" for rise in rises))
# > slopes -0.73 -0.45 -0.27

# Notice it: the check is False for the bytes, True for the floats.
for target in labels, labels.float():
    print(target.is_floating_point())
# > False
# > True
