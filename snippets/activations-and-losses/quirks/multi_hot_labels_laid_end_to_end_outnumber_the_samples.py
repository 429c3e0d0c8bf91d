"""Multi-hot labels laid end to end outnumber the samples."""

import torch
from torch import nn

logits = torch.tensor([[2.0, -1.0, 0.5], [-1.0, 3.0, 1.0]])
labels = torch.tensor([[1, 0, 1], [0, 1, 1]])  # both texts have two

# Wrong: each whole number is taken for the class of one text.
try:
    nn.CrossEntropyLoss()(logits.view(-1, 3), labels.view(-1))
except ValueError as error:
    print(error)
# > Expected input batch_size (2) to match target batch_size (6).

# Right: each float says whether a text has one label.
loss = nn.BCEWithLogitsLoss()(logits, labels.float())
print(f"loss {loss:.4f}")
# > loss 0.2649

# argmax runs as well, and keeps one label of each text.
print(labels.argmax(dim=1).tolist())
# > [0, 1]

# Whole numbers are refused by the right loss, too.
try:
    nn.BCEWithLogitsLoss()(logits, labels)
except RuntimeError as error:
    print(error)
# > result type Float can't be cast to the desired output type Long

# Notice it: the check is False for whole numbers, True for floats.
for target in labels, labels.float():
    print(target.shape == logits.shape and target.is_floating_point())
# > False
# > True
