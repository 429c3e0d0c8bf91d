"""NLLLoss takes no logarithm, so probabilities come back negated."""

import torch
from torch import nn

criterion = nn.NLLLoss()
target = torch.tensor([0])


def show(activation):
    for name, logit in (("hit", 2.0), ("miss", -7.0)):
        logits = torch.tensor([[logit, 0.0]], requires_grad=True)
        loss = criterion(activation(logits), target)
        loss.backward()
        gradient = logits.grad[0, 0]
        print(f"{name}: loss {loss:.4f}, gradient {gradient:.4f}")


# Wrong: probabilities.
show(nn.Softmax(dim=1))
# > hit: loss -0.8808, gradient -0.1050
# > miss: loss -0.0009, gradient -0.0009

# Right: log-probabilities.
show(nn.LogSoftmax(dim=1))
# > hit: loss 0.1269, gradient -0.1192
# > miss: loss 7.0009, gradient -0.9991

# Notice it: the check is False for probabilities, then True.
for activation in nn.Softmax(dim=1), nn.LogSoftmax(dim=1):
    loss = criterion(activation(torch.tensor([[2.0, 0.0]])), target)
    print(bool(loss >= 0))
# > False
# > True
