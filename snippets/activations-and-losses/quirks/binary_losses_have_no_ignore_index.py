"""A binary loss has no ignore_index and no label_smoothing."""

import torch
from torch import nn

logits = torch.tensor([2.0, -1.0, 0.5, 3.0])
labels = torch.tensor([1.0, 0.0, 255.0, 1.0])  # the third is unknown
known = labels != 255

# Wrong: the options of CrossEntropyLoss.
try:
    criterion = nn.BCEWithLogitsLoss(ignore_index=255)
    print(f"loss {criterion(logits, labels):.4f}")
except TypeError as error:
    print(error)
# > BCEWithLogitsLoss.__init__() got an unexpected keyword argument 'ignore_index'
try:
    nn.BCEWithLogitsLoss(label_smoothing=0.1)
except TypeError as error:
    print(error)
# > BCEWithLogitsLoss.__init__() got an unexpected keyword argument 'label_smoothing'

# Right: select what is known, and smooth the labels yourself.
criterion = nn.BCEWithLogitsLoss()
print(f"loss {criterion(logits[known], labels[known]):.4f}")
# > loss 0.1629
smooth = labels[known] * 0.9 + 0.1 / 2
print(f"smoothed {criterion(logits[known], smooth):.4f}")
# > smoothed 0.2629

# Without the selection, 255 is a target like any other.
print(f"all four {criterion(logits, labels):.4f}")
# > all four -31.5093

# Notice it: the check is False for all labels, True for the known.
for target in labels, labels[known]:
    print(set(target.unique().tolist()) <= {0, 1})
# > False
# > True
