"""A label_smoothing is a share, and a percentage is refused."""

import torch
from torch import nn

logits = torch.tensor([[2.0, 0.0, -1.0]])
percent = 10


def show(criterion, label=0):
    try:
        print(f"loss {criterion(logits, torch.tensor([label])):.4f}")
    except RuntimeError as error:
        print(error)


# Wrong: ten percent as a 10.
show(nn.CrossEntropyLoss(label_smoothing=percent))
# > label_smoothing must be between 0.0 and 1.0. Got: 10

# Right: as a share.
show(nn.CrossEntropyLoss(label_smoothing=percent / 100))
# > loss 0.3365

# A negative one does nothing. With 1.0 the label does not matter.
for smoothing, label in (-0.1, 0), (0.0, 0), (1.0, 0), (1.0, 1):
    print(f"{smoothing}, label {label}:", end=" ")
    show(nn.CrossEntropyLoss(label_smoothing=smoothing), label)
# > -0.1, label 0: loss 0.1698
# > 0.0, label 0: loss 0.1698
# > 1.0, label 0: loss 1.8365
# > 1.0, label 1: loss 1.8365

# Notice it: the check is False for 10, True for a tenth.
for label_smoothing in percent, percent / 100:
    print(0 <= label_smoothing < 1)
# > False
# > True
