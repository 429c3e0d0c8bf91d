"""A loss module is its function with the settings kept."""

import torch
from torch import nn
from torch.nn import functional

logits = torch.tensor([[2.0, 0.0], [0.0, 1.0], [0.5, 0.0]])
target = torch.tensor([0, 1, 1])
weight = torch.tensor([1.0, 3.0])

criterion = nn.CrossEntropyLoss(weight=weight, label_smoothing=0.1)
print(f"module:   {criterion(logits, target):.4f}")
# > module:   0.5997

function = functional.cross_entropy
loss = function(logits, target, weight=weight, label_smoothing=0.1)
print(f"function: {loss:.4f}")
# > function: 0.5997

# Wrong: a second call, in the validation loop, without the settings.
print(f"settings left out: {function(logits, target):.4f}")
# > settings left out: 0.4714

# The module also takes its weights along when it is moved or saved.
print(f"saved: {list(criterion.state_dict())}")
# > saved: ['weight']
print(f"after double(): {criterion.double().weight.dtype}")
# > after double(): torch.float64
