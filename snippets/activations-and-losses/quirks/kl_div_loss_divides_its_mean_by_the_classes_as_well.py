"""The mean of KLDivLoss is over samples and classes, batchmean is not."""

import warnings

import torch
from torch import nn
from torch.distributions import Categorical, kl_divergence

torch.manual_seed(0)
student, teacher = torch.randn(2, 8, 1000)  # 8 samples, 1000 classes
inputs, target = student.log_softmax(dim=1), teacher.softmax(dim=1)

# Wrong: the default.
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f"{nn.KLDivLoss()(inputs, target):.5f}")
# > 0.00103
for warning in caught:
    print(warning.message)
# > reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.

# Right: divided by the number of samples.
print(f"{nn.KLDivLoss(reduction='batchmean')(inputs, target):.3f}")
# > 1.029

by_hand = kl_divergence(Categorical(target), Categorical(logits=student))
print(f"by torch.distributions {by_hand.mean():.3f}")
# > by torch.distributions 1.029

# A sequence: batchmean divides by its first dimension only.
criterion = nn.KLDivLoss(reduction="batchmean")
steps = inputs.view(2, 4, 1000), target.view(2, 4, 1000)
print(f"2 sequences {criterion(*steps):.3f}")
# > 2 sequences 4.115
flat = (tensor.flatten(0, 1) for tensor in steps)
print(f"flattened to 8 steps {criterion(*flat):.3f}")
# > flattened to 8 steps 1.029
