"""MultiMarginLoss and MultiLabelMarginLoss take rows of outputs only."""

import torch
from torch import nn

criterion = nn.MultiMarginLoss()
outputs = torch.arange(24.0).sin().reshape(2, 3, 4)  # 3 classes, 4 steps
labels = torch.tensor([[0, 1, 2, 0], [2, 2, 1, 0]])  # one per step


def show(scores, target):
    try:
        print(f"loss {criterion(scores, target):.4f}")
    except RuntimeError as error:
        print(error)


# Wrong: the shapes that CrossEntropyLoss takes.
show(outputs, labels)
# > Expected non-empty vector or matrix with optional 0-dim batch size, but got: [2, 3, 4]

# Right: a row of outputs for each step, the classes last.
rows = outputs.movedim(1, -1).flatten(0, -2)
show(rows, labels.flatten())
# > loss 0.7585

# A bare reshape mixes classes with steps, and nothing is said.
show(outputs.reshape(-1, 3), labels.flatten())
# > loss 0.5787

# MultiLabelMarginLoss says the same.
criterion = nn.MultiLabelMarginLoss()
show(outputs, torch.full((2, 3, 4), -1))
# > Expected non-empty vector or matrix with optional 0-dim batch size, but got: [2, 3, 4]

# Notice it: the check is False for sequences, True for rows.
for scores in outputs, rows:
    print(scores.dim() <= 2)
# > False
# > True
