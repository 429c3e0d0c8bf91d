"""A loss object takes an output and a target; options come before."""

import torch
from torch import nn

outputs, target = torch.tensor([1.0, 2.0]), torch.tensor([0.0, 4.0])
logits, labels = torch.tensor([[0.0, 1.0], [2.0, 0.0]]), torch.arange(2)
weight, class_weights = torch.tensor([1.0, 3.0]), torch.tensor([2.0, 1.0])

# Wrong: a third tensor, an option, one tensor only.
l1 = nn.L1Loss()
try:
    l1(outputs, target, weight)
except TypeError as error:
    print(error)
# > L1Loss.forward() takes 3 positional arguments but 4 were given
criterion = nn.CrossEntropyLoss()
try:
    criterion(logits, labels, weight=class_weights)
except TypeError as error:
    print(error)
# > CrossEntropyLoss.forward() got an unexpected keyword argument 'weight'
try:
    criterion(logits)
except TypeError as error:
    print(error)
# > CrossEntropyLoss.forward() missing 1 required positional argument: 'target'

# Right: options when the object is made, two tensors when it is called.
l1 = nn.L1Loss(reduction="none")
print(f"{(l1(outputs, target) * weight).mean():.4f}")
# > 3.5000
criterion = nn.CrossEntropyLoss(weight=class_weights)
print(f"{criterion(logits, labels):.4f}")
# > 1.5845

# The function takes the options with the tensors.
loss = nn.functional.cross_entropy(logits, labels, weight=class_weights)
print(f"{loss:.4f}")
# > 1.5845
