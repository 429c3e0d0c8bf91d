"""Class labels that count from 1 run past the last logit."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.tensor([[3.0, 0.0, 1.0], [0.0, 2.0, 0.5], [1.0, 0.0, 2.0]])
labels = torch.tensor([1, 2, 3])  # three classes, counted from 1

# Wrong: passes until the last class turns up.
print(f"first two: loss {criterion(logits[:2], labels[:2]):.4f}")
# > first two: loss 2.4881
try:
    criterion(logits, labels)
except IndexError as error:
    print(error)
# > Target 3 is out of bounds.

# Right: counted from 0.
print(f"first two: loss {criterion(logits[:2], labels[:2] - 1):.4f}")
# > first two: loss 0.2381
print(f"all three: loss {criterion(logits, labels - 1):.4f}")
# > all three: loss 0.2946

# Notice it: the check is False from 1 to 3, True from 0 to 2.
for target in labels, labels - 1:
    print(bool(target.min() == 0 and target.max() == logits.shape[1] - 1))
# > False
# > True
