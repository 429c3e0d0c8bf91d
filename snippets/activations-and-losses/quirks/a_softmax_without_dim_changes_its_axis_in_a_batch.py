"""A softmax without dim works on another axis once there is a batch."""

import warnings

import torch
from torch import nn

logits = torch.tensor([[[2.0, 0.0]], [[0.0, 1.0]]])  # shape (2, 1, 2)


def show(softmax):
    alone, batched = softmax(logits[0])[0], softmax(logits)[0, 0]
    print(f"alone: noun {alone[0]:.4f}, verb {alone[1]:.4f}")
    print(f"in a batch: noun {batched[0]:.4f}, verb {batched[1]:.4f}")


# Wrong: no dim.
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    show(nn.Softmax())
    guessed = nn.Softmax()(logits)
    nn.LogSoftmax()(logits), nn.Softmin()(logits)
# > alone: noun 0.8808, verb 0.1192
# > in a batch: noun 0.8808, verb 0.2689
for warning in caught[-3:]:
    print(warning.message)
# > Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
# > Implicit dimension choice for log_softmax has been deprecated. Change the call to include dim=X as an argument.
# > Implicit dimension choice for softmin has been deprecated. Change the call to include dim=X as an argument.

# Right: the dimension in which the classes are.
show(nn.Softmax(dim=-1))
# > alone: noun 0.8808, verb 0.1192
# > in a batch: noun 0.8808, verb 0.1192

# Notice it: the check is False without dim, True over the classes.
for probabilities in guessed, nn.Softmax(dim=-1)(logits):
    print(bool((probabilities.sum(dim=-1) - 1).abs().max() < 1 / 100))
# > False
# > True
