"""MultiMarginLoss and MultiLabelMarginLoss take rows of outputs only."""

import torch
from torch import nn

criterion = nn.MultiMarginLoss()
outputs = torch.arange(24.0).sin().reshape(2, 3, 4)  # 3 classes, 4 steps
labels = torch.tensor([[0, 1, 2, 0], [2, 2, 1, 0]])  # one per step

# Wrong: the shapes that CrossEntropyLoss takes.
try:
    loss = criterion(outputs, labels)
except RuntimeError as error:
    print(error)
# > Expected non-empty vector or matrix with optional 0-dim batch size, but got: [2, 3, 4]

# Right: a row of outputs for each step, the classes last.
loss = criterion(
    outputs.movedim(1, -1).flatten(0, -2),
    labels.flatten(),
)
print(f"loss {loss:.4f}")
# > loss 0.7585

# A bare reshape mixes classes with steps, and nothing is said.
print(f"loss {criterion(outputs.reshape(-1, 3), labels.flatten()):.4f}")
# > loss 0.5787

# MultiLabelMarginLoss says the same.
try:
    nn.MultiLabelMarginLoss()(outputs, torch.full((2, 3, 4), -1))
except RuntimeError as error:
    print(error)
# > Expected non-empty vector or matrix with optional 0-dim batch size, but got: [2, 3, 4]

# Notice it: the check is False for sequences, True for rows.
for scores in outputs, outputs.movedim(1, -1).flatten(0, -2):
    print(scores.dim() <= 2)
# > False
# > True
