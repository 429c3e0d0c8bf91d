"""CrossEntropyLoss refuses a sequence that has its classes last."""

import torch
from torch import nn

logits = torch.zeros(1, 2, 10)  # one text, two words, ten tags
target = torch.zeros(1, 2, dtype=torch.int64)  # a tag for each word

try:
    loss = nn.CrossEntropyLoss()(logits, target)
    print(f"loss {loss:.4f}")
except (RuntimeError, ValueError) as error:
    print(f"{type(error).__name__}: {error}")
# > RuntimeError: Expected target size [1, 10], got [1, 2]

# Options:
trials = {
    "classes in dimension 1": (logits.mT, target),
    "two words, targets in a column": (logits[0], target.mT),
    "one word, two targets": (logits[0, :1], target[0]),
}
for name, (outputs, labels) in trials.items():
    try:
        print(f"{name}: loss {nn.CrossEntropyLoss()(outputs, labels):.4f}")
    except (RuntimeError, ValueError) as error:
        print(f"{name}: {type(error).__name__}: {error}")
# > classes in dimension 1: loss 2.3026
# > two words, targets in a column: RuntimeError: 0D or 1D target tensor expected, multi-target not supported
# > one word, two targets: ValueError: Expected input batch_size (1) to match target batch_size (2).
