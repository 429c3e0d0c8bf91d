"""CrossEntropyLoss takes two true labels and splits one between them."""

import torch
from torch import nn

labels = ("dog", "beach", "car")
target = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])  # two photos

logits = nn.Parameter(torch.zeros(2, 3))  # free to become anything
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD([logits], lr=1.0)

for _ in range(500):
    loss = criterion(logits, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

for row in logits.softmax(dim=1).tolist():
    pairs = zip(labels, row, strict=True)
    print(", ".join(f"{label} {share:.2f}" for label, share in pairs))
# > dog 0.50, beach 0.50, car 0.00
# > dog 0.33, beach 0.33, car 0.33
