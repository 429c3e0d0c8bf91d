"""BCEWithLogitsLoss asks one yes/no question for each label."""

import torch
from torch import nn

labels = ("dog", "beach", "car")
target = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])

logits = nn.Parameter(torch.zeros(2, 3))
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD([logits], lr=10.0)

for _ in range(50):
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

for row in logits.sigmoid().tolist():
    pairs = zip(labels, row, strict=True)
    print(", ".join(f"{label} {chance:.3f}" for label, chance in pairs))
# > dog 0.988, beach 0.988, car 0.012
# > dog 0.012, beach 0.012, car 0.012
