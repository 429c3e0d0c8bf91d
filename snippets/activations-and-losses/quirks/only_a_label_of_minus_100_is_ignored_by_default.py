"""Only labels of -100 are ignored by default, whatever the padding is."""

import torch
from torch import nn

torch.manual_seed(0)
features, layer = torch.randn(4, 3), nn.Linear(3, 5, bias=False)
log_probs = layer(features).log_softmax(dim=1)


def show(padding, **options):
    target = torch.tensor([3, 1, padding, padding])
    fused = nn.LinearCrossEntropyLoss(3, 5, **options)
    fused.linear = layer
    cases = (
        (nn.CrossEntropyLoss(**options), log_probs),
        (nn.NLLLoss(**options), log_probs),
        (fused, features),
    )
    for criterion, inputs in cases:
        try:
            print(f"{criterion(inputs, target):.4f}", end=" ")
        except IndexError as error:
            print(error, end=" ")
    print(f"for a padding of {padding}")


# Wrong: padding of 0 counts as class 0, and -1 is out of bounds.
show(padding=0)
# > 1.4564 1.4564 1.4564 for a padding of 0
show(padding=-1)
# > Target -1 is out of bounds. Target -1 is out of bounds. Target -1 is out of bounds. for a padding of -1

# Right: the losses are told, or the padding is -100.
show(padding=0, ignore_index=0)
# > 1.0980 1.0980 1.0980 for a padding of 0
show(padding=-1, ignore_index=-1)
# > 1.0980 1.0980 1.0980 for a padding of -1
show(padding=-100)
# > 1.0980 1.0980 1.0980 for a padding of -100
