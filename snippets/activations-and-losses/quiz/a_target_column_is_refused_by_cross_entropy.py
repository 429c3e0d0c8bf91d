"""CrossEntropyLoss takes class indices of shape (N,) and refuses (N, 1)."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
labels = torch.tensor([0, 1, 2])

targets = {
    "indices": labels,
    "a column": labels.unsqueeze(1),
    "one-hot integers": nn.functional.one_hot(labels),
    "too few": labels[:2],
}
for kind, target in targets.items():
    print(f"{kind}, {tuple(target.shape)}")
    try:
        print(f"{criterion(logits, target):.4f}")
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
# > indices, (3,)
# > 0.6299
# > a column, (3, 1)
# > RuntimeError: 0D or 1D target tensor expected, multi-target not supported
# > one-hot integers, (3, 3)
# > RuntimeError: Expected floating point type for target with class probabilities, got Long
# > too few, (2,)
# > ValueError: Expected input batch_size (3) to match target batch_size (2).
