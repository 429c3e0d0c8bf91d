"""A negative loss was given probabilities, or labels outside 0 and 1."""

import torch
from torch import nn

logits = torch.tensor([[4.0, 0.0]])
target = torch.tensor([0])

# Wrong: NLLLoss takes no logarithm, so probabilities come back negated.
print(f"{nn.NLLLoss()(logits.softmax(dim=1), target):.4f}")
# > -0.9820
# Right: log-probabilities.
print(f"{nn.NLLLoss()(logits.log_softmax(dim=1), target):.4f}")
# > 0.0181

logit = torch.tensor([4.0])
criterion = nn.BCEWithLogitsLoss()
# Wrong: a mask with 255 for the foreground.
print(f"{criterion(logit, torch.tensor([255.0])):.2f}")
# > -1015.98
# Right: 1 for the foreground.
print(f"{criterion(logit, torch.tensor([1.0])):.4f}")
# > 0.0181
