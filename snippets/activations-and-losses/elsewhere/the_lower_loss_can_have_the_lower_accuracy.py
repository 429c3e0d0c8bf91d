"""The lower loss can belong to the model with the lower accuracy."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.zeros(10, dtype=torch.long)
models = {
    "right, barely": [[0.01, 0.0]] * 10,
    "wrong once": [[5.0, 0.0]] * 9 + [[0.0, 3.0]],
    "wrong once, loudly": [[5.0, 0.0]] * 9 + [[0.0, 10.0]],
}

for name, scores in models.items():
    logits = torch.tensor(scores)
    right = (logits.argmax(dim=1) == target).sum()
    print(f"{name}: {right} of 10, loss {criterion(logits, target):.3f}")
# > right, barely: 10 of 10, loss 0.688
# > wrong once: 9 of 10, loss 0.311
# > wrong once, loudly: 9 of 10, loss 1.006
