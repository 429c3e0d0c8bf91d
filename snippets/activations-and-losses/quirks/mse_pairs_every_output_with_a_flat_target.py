"""MSELoss pairs each output of a column with all of a flat target."""

import warnings

import torch
from torch import nn

labels = torch.tensor([1.0, 3.0, 5.0, 7.0])
outputs = torch.zeros(4, 1, requires_grad=True)  # as nn.Linear(..., 1)
optimizer = torch.optim.SGD([outputs], lr=0.5)
criterion = nn.MSELoss()

# Wrong: outputs of shape (4, 1), target of shape (4,).
with warnings.catch_warnings(record=True, action="always") as caught:
    for _ in range(200):
        loss = criterion(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    for other in (nn.L1Loss(), nn.SmoothL1Loss(), nn.HuberLoss()):
        other(outputs, labels)
print(f"loss {loss:.2f}, outputs", *(f"{x:.2f}" for x in outputs[:, 0]))
# > loss 5.00, outputs 4.00 4.00 4.00 4.00
print(f"{len(caught)} warnings: {caught[0].message}")
# > 203 warnings: Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.

# Right: both of shape (4, 1).
for _ in range(200):
    loss = criterion(outputs, labels.unsqueeze(1))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"loss {loss:.2f}, outputs", *(f"{x:.2f}" for x in outputs[:, 0]))
# > loss 0.00, outputs 1.00 3.00 5.00 7.00

# Notice it: the check is False for the flat target, True for a column.
for target in labels, labels.unsqueeze(1):
    print(outputs.shape == target.shape)
# > False
# > True
