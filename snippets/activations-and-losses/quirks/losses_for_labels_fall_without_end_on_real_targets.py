"""Losses for labels and counts have no minimum on real-valued targets."""

import torch
from torch import nn

target = torch.tensor([-1.5, 0.5, 2.0])


def train(criterion):
    outputs = torch.zeros(3, requires_grad=True)
    optimizer = torch.optim.SGD([outputs], lr=0.3)
    name = type(criterion).__name__
    for step in range(1001):
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step in (100, 1000):
            learned = ", ".join(f"{output:z.1f}" for output in outputs)
            print(f"{name}: loss {loss:.2f}, outputs {learned}")


# Wrong: losses for yes and no, for counts, and for 1 and -1.
train(nn.BCEWithLogitsLoss())
# > BCEWithLogitsLoss: loss -11.00, outputs -15.6, 0.0, 10.7
# > BCEWithLogitsLoss: loss -108.50, outputs -150.6, 0.0, 100.7
train(nn.MultiLabelSoftMarginLoss())
# > MultiLabelSoftMarginLoss: loss -11.00, outputs -15.6, 0.0, 10.7
# > MultiLabelSoftMarginLoss: loss -108.50, outputs -150.6, 0.0, 100.7
train(nn.PoissonNLLLoss())
# > PoissonNLLLoss: loss -7.29, outputs -15.7, -0.7, 0.7
# > PoissonNLLLoss: loss -74.79, outputs -150.7, -0.7, 0.7
train(nn.SoftMarginLoss())
# > SoftMarginLoss: loss 0.13, outputs -2.0, 1.9, 1.8
# > SoftMarginLoss: loss 0.02, outputs -3.6, 6.3, 3.0

# Right: a loss for numbers.
train(nn.MSELoss())
# > MSELoss: loss 0.00, outputs -1.5, 0.5, 2.0
# > MSELoss: loss 0.00, outputs -1.5, 0.5, 2.0
