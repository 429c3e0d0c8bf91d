"""Cross-entropy prices confidence, not correctness."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.tensor([0])

cases = {
    "right, hardly sure": [[0.1, 0.0, 0.0]],
    "wrong, by a little": [[3.0, 3.1, 0.0]],
    "right, very sure": [[100.0, 0.0, 0.0]],
    "wrong, very sure": [[0.0, 100.0, 0.0]],
}
for name, logits in cases.items():
    print(f"{name}: {criterion(torch.tensor(logits), target):.2f}")
# > right, hardly sure: 1.03
# > wrong, by a little: 0.77
# > right, very sure: 0.00
# > wrong, very sure: 100.00
