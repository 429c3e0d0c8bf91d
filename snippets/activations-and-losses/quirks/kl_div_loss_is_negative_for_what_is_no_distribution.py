"""KLDivLoss is negative for an input or a target that does not fit it."""

import torch
from torch import nn

criterion = nn.KLDivLoss(reduction="batchmean")
logits = torch.tensor([[2.0, 1.0, 0.0]])
target = torch.tensor([[0.6, 0.3, 0.1]])
counts = torch.tensor([[0.3, 0.1, 0.0]])  # sums to less than 1
shares = counts / counts.sum(dim=1, keepdim=True)

# Wrong: probabilities as the input, or a target that does not sum to 1.
print(f"{criterion(logits.softmax(dim=1), target):.3f}")
# > -1.380
print(f"{criterion(logits.log_softmax(dim=1), counts):.3f}")
# > -0.328

# Right: log-probabilities, and a target that sums to 1.
print(f"{criterion(logits.log_softmax(dim=1), target):.3f}")
# > 0.010
print(f"{criterion(logits.log_softmax(dim=1), shares):.3f}")
# > 0.095

# Notice it: False for probabilities, False for the counts, then True.
for input, given in (
    (logits.softmax(dim=1), target),
    (logits.log_softmax(dim=1), counts),
    (logits.log_softmax(dim=1), shares),
):
    sums = torch.stack([input.exp().sum(dim=1), given.sum(dim=1)])
    print(torch.allclose(sums, torch.ones_like(sums)))
# > False
# > False
# > True
