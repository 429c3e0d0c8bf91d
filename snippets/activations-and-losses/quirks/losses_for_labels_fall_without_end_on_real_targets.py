"""Losses for labels and counts have no minimum on real-valued targets."""

import torch
from torch import nn

target = torch.tensor([-1.5, 0.5, 2.0])


def train(criterion):
    outputs = torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.SGD([outputs], lr=0.3)
    for step in range(1001):
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step == 100:
            print(f"{type(criterion).__name__}: {loss:.2f}", end=", then ")
    print(f"{loss:.2f}, outputs", *(f"{output:z.1f}" for output in outputs))


# Wrong: losses for yes and no, for counts, and for 1 and -1.
train(nn.BCEWithLogitsLoss())
# > BCEWithLogitsLoss: -11.00, then -108.50, outputs -150.6 0.0 100.7
train(nn.MultiLabelSoftMarginLoss())
# > MultiLabelSoftMarginLoss: -11.00, then -108.50, outputs -150.6 0.0 100.7
train(nn.PoissonNLLLoss())
# > PoissonNLLLoss: -7.29, then -74.79, outputs -150.7 -0.7 0.7
train(nn.SoftMarginLoss())
# > SoftMarginLoss: 0.13, then 0.02, outputs -3.6 6.3 3.0

# Right: a loss for numbers.
train(nn.MSELoss())
# > MSELoss: 0.00, then 0.00, outputs -1.5 0.5 2.0

# Notice it: the check is False for real numbers, True for labels.
for labels in target, torch.tensor([1.0, 0.0, 1.0]):
    print(bool(labels.min() >= 0 and labels.max() <= 1))
# > False
# > True
