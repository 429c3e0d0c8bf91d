"""BCEWithLogitsLoss is nan for an infinite logit, even a right one."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss(reduction="none")
scores = torch.tensor([2.0, 1.0, 3.0])
mask = torch.tensor([True, True, False])  # the third is padding
target = torch.tensor([1.0, 0.0, 0.0])


def show(losses):
    print(", ".join(f"{loss:.2f}" for loss in losses))
    print(f"mean {losses.mean():.2f}")


# Wrong: the padding gets a logit of minus infinity.
logits = scores.masked_fill(~mask, -torch.inf)
show(criterion(logits, target))
# > 0.13, 1.31, nan
# > mean nan

# Right: the padding is left out.
show(criterion(scores[mask], target[mask]))
# > 0.13, 1.31
# > mean 0.72

# Logits of probabilities: 0 and 1 become infinite without eps.
probabilities = torch.tensor([1.0, 0.5, 0.0])
show(criterion(torch.logit(probabilities), target))
# > nan, 0.69, nan
# > mean nan
show(criterion(torch.logit(probabilities, eps=1e-6), target))
# > 0.00, 0.69, 0.00
# > mean 0.23
