"""MSELoss pairs each output of a column with all of a flat target."""

import warnings

import torch
from torch import nn

labels = torch.tensor([1.0, 3.0, 5.0, 7.0])


def train(criterion, target):
    outputs = torch.zeros(4, 1, requires_grad=True)  # as nn.Linear(..., 1)
    optimizer = torch.optim.SGD([outputs], lr=0.5)
    for _ in range(200):
        loss = criterion(outputs, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"loss {loss:.2f}, outputs", *(f"{x:.2f}" for x in outputs[:, 0]))
    return outputs


# Wrong: outputs of shape (4, 1), target of shape (4,).
with warnings.catch_warnings(record=True, action="always") as caught:
    outputs = train(nn.MSELoss(), labels)
    for criterion in (nn.L1Loss(), nn.SmoothL1Loss(), nn.HuberLoss()):
        criterion(outputs, labels)
# > loss 5.00, outputs 4.00 4.00 4.00 4.00
print(f"{len(caught)} warnings: {caught[0].message}")
# > 203 warnings: Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.

# Right: both of shape (4, 1).
train(nn.MSELoss(), labels.unsqueeze(1))
# > loss 0.00, outputs 1.00 3.00 5.00 7.00

# Notice it: the check is False for the flat target, True for a column.
for target in labels, labels.unsqueeze(1):
    print(outputs.shape == target.shape)
# > False
# > True
