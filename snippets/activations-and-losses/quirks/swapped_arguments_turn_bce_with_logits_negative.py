"""Swapped arguments turn BCEWithLogitsLoss negative, without an error."""

import torch
from torch import nn

logits = torch.tensor([4.0, -3.0], requires_grad=True)
target = torch.tensor([1.0, 0.0])


def show(loss):
    gradient = torch.autograd.grad(loss, logits)[0]
    print(f"{loss:.4f}, gradient", *(f"{g:.4f}" for g in gradient))


# Wrong: the target first, which CrossEntropyLoss alone refuses.
show(nn.BCEWithLogitsLoss()(target, logits))
# > -0.9968, gradient -0.5000 -0.0000
show(nn.BCELoss()(target, logits.sigmoid()))
# > 3.2706, gradient -inf inf
show(nn.MSELoss()(target, logits))
# > 9.0000, gradient 3.0000 -3.0000
try:
    nn.CrossEntropyLoss()(torch.tensor([0, 1]), torch.eye(2))
except NotImplementedError as error:
    print(error)
# > "log_softmax_lastdim_kernel_impl" not implemented for 'Long'

# Right: the prediction first.
show(nn.BCEWithLogitsLoss()(input=logits, target=target))
# > 0.0334, gradient -0.0090 0.0237
show(nn.MSELoss()(input=logits, target=target))
# > 9.0000, gradient 3.0000 -3.0000

# Notice it: the check is False in the wrong order, True in the right.
for first, second in (target, logits), (logits, target):
    loss = nn.BCEWithLogitsLoss()(first, second)
    print(bool(loss >= 0))
# > False
# > True
