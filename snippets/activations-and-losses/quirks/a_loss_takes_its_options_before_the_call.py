"""A loss object takes an output and a target; options come before."""

import torch
import torch.nn.functional as F
from torch import nn

l1, ce = nn.L1Loss(reduction="none"), nn.CrossEntropyLoss()
output, target = torch.tensor([1.0, 2.0]), torch.tensor([0.0, 4.0])
weight = torch.tensor([1.0, 3.0])
logits, label = torch.tensor([[0.0, 1.0], [2.0, 0.0]]), torch.tensor([0, 0])
classes = torch.tensor([2.0, 1.0])


def attempt(step):
    try:
        print(f"{step():.4f}")
    except TypeError as error:
        print(error)


# Wrong: a third tensor, an option, one tensor only.
attempt(lambda: l1(output, target, weight))
# > L1Loss.forward() takes 3 positional arguments but 4 were given
attempt(lambda: ce(logits, label, weight=classes))
# > CrossEntropyLoss.forward() got an unexpected keyword argument 'weight'
attempt(lambda: ce(logits))
# > CrossEntropyLoss.forward() missing 1 required positional argument: 'target'

# Right: two tensors; the function takes options with them.
attempt(lambda: (l1(output, target) * weight).mean())
# > 3.5000
attempt(lambda: F.cross_entropy(logits, label, weight=classes))
# > 0.7201
attempt(lambda: ce(logits, label))
# > 0.7201
