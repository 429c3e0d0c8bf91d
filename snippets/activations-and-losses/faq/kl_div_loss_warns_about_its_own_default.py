"""KLDivLoss warns that its default mean divides by the classes too."""

import warnings

import torch
from torch import nn
from torch.distributions import Categorical, kl_divergence

logits = torch.tensor([[2.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0]])
prediction = logits.log_softmax(dim=1)
target = torch.tensor([[0.7, 0.1, 0.1, 0.1], [0.1, 0.5, 0.2, 0.2]])

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss = nn.KLDivLoss()(prediction, target)
print(caught[0].message)
# > reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.
print(f"mean: {loss:.4f}")
# > mean: 0.0096

# Right: the divergence of each sample, averaged over the samples.
loss = nn.KLDivLoss(reduction="batchmean")(prediction, target)
print(f"batchmean: {loss:.4f}")
# > batchmean: 0.0382
by_hand = kl_divergence(Categorical(target), Categorical(logits=logits))
print(f"divergences: {', '.join(f'{one:.4f}' for one in by_hand)}")
# > divergences: 0.0534, 0.0231
