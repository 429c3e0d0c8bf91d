"""A loss on a saturated softmax is large, and its gradient is zero."""

import torch
from torch import nn

target, one_hot = torch.tensor([2]), torch.tensor([[0.0, 0.0, 1.0]])


def show(criterion, label, activation):
    logits = torch.tensor([[120.0, 0.0, 0.0]], requires_grad=True)  # wrong
    loss = criterion(activation(logits), label)
    loss.backward()
    slopes = ", ".join(f"{abs(slope):.2f}" for slope in logits.grad[0])
    print(f"loss {loss:.4f}, gradient {slopes}")
    return logits


# Wrong: a loss on the probabilities.
wrong = show(nn.MSELoss(), one_hot, nn.Softmax(dim=1))
# > loss 0.6667, gradient 0.00, 0.00, 0.00

# Right: a loss on the logarithms of the probabilities.
right = show(nn.NLLLoss(), target, nn.LogSoftmax(dim=1))
# > loss 120.0000, gradient 1.00, 0.00, 1.00

# How the gradient of the first falls with the lead of the wrong class.
for lead in (2.0, 5.0, 10.0, 20.0):
    logits = torch.tensor([[lead, 0.0, 0.0]], requires_grad=True)
    nn.MSELoss()(logits.softmax(dim=1), one_hot).backward()
    print(f"lead {lead:.0f}: gradient {logits.grad[0, 2]:.0e}")
# > lead 2: gradient -1e-01
# > lead 5: gradient -9e-03
# > lead 10: gradient -6e-05
# > lead 20: gradient -3e-09

# Notice it: False for the probabilities, True for the logarithms.
for logits in wrong, right:
    print((logits.grad != 0).any().item())
# > False
# > True
