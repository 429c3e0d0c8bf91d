"""CrossEntropyLoss takes class indices of shape (N,) and refuses (N, 1)."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
labels = torch.tensor([0, 1, 2])

column = labels.unsqueeze(1)
targets = {
    "the column": column,
    "column.squeeze(1)": column.squeeze(1),
    "one-hot integers": nn.functional.one_hot(labels),
    "the first two labels": labels[:2],
}
for kind, target in targets.items():
    try:
        outcome = f"loss {criterion(logits, target):.4f}"
    except (RuntimeError, ValueError) as error:
        outcome = f"{type(error).__name__}: {error}"
    print(f"{kind}, shape {tuple(target.shape)}: {outcome}")
# > the column, shape (3, 1): RuntimeError: 0D or 1D target tensor expected, multi-target not supported
# > column.squeeze(1), shape (3,): loss 0.6299
# > one-hot integers, shape (3, 3): RuntimeError: Expected floating point type for target with class probabilities, got Long
# > the first two labels, shape (2,): ValueError: Expected input batch_size (3) to match target batch_size (2).
