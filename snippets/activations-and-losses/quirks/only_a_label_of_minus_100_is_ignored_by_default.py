"""Only labels of -100 are ignored by default, whatever the padding is."""

import torch
from torch import nn

torch.manual_seed(0)
features, layer = torch.randn(4, 3), nn.Linear(3, 5, bias=False)
labels = torch.tensor([3, 1, 0, 0])  # the last two are padding


def show(criteria, labels):
    criteria[2].linear = layer
    logits = layer(features).log_softmax(dim=1)
    for criterion in criteria:
        inputs = logits if criterion is not criteria[2] else features
        try:
            print(f"{criterion(inputs, labels):.4f}", end=" ")
        except IndexError as error:
            print(error, end=" ")
    print(f"for a padding of {labels[3]}")


# Wrong: padding of 0 counts as class 0, and -1 is out of bounds.
default = [nn.CrossEntropyLoss(), nn.NLLLoss()]
default.append(nn.LinearCrossEntropyLoss(3, 5))
show(default, labels)
# > 1.4564 1.4564 1.4564 for a padding of 0
show(default, labels.masked_fill(labels == 0, -1))
# > Target -1 is out of bounds. Target -1 is out of bounds. Target -1 is out of bounds. for a padding of -1

# Right: the losses are told, or the padding is -100.
told = [nn.CrossEntropyLoss(ignore_index=0), nn.NLLLoss(ignore_index=0)]
told.append(nn.LinearCrossEntropyLoss(3, 5, ignore_index=0))
show(told, labels)
# > 1.0980 1.0980 1.0980 for a padding of 0
show(default, labels.masked_fill(labels == 0, -100))
# > 1.0980 1.0980 1.0980 for a padding of -100
