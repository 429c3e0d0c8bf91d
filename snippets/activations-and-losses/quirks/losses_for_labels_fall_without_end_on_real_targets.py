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
train(nn.MultiLabelSoftMarginLoss())
train(nn.PoissonNLLLoss())
train(nn.SoftMarginLoss())

# Right: a loss for numbers.
train(nn.MSELoss())

# Notice it: the check is False for real numbers, True for labels.
for labels in target, torch.tensor([1.0, 0.0, 1.0]):
    print(bool(labels.min() >= 0 and labels.max() <= 1))
