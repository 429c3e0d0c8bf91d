"""On (batch, time, vocabulary) the softmax is over the last dimension."""

import torch
from torch.nn import functional as F

teacher = torch.tensor([[[3.0, 0.0, 0.0, 0.0], [0.0, 0.0, 3.0, 0.0]]])
soft_labels = teacher.softmax(dim=-1)  # one text of two steps, four words
logits = teacher + torch.tensor([[[0.0], [5.0]]])  # the same probabilities


def show(log_probs):
    loss = -(soft_labels * log_probs).sum(dim=-1).mean()
    total = log_probs.exp().sum(dim=-1)[0]
    print(f"loss {loss:.2f}, sums {total[0]:.2f} and {total[1]:.2f}")
    return log_probs


# Wrong: dimension 1 is time, so the steps of a word share one.
wrong = show(F.log_softmax(logits, dim=1))
# > loss 1.32, sums 0.13 and 3.87

# Right: the last dimension is the vocabulary, so its words share one.
right = show(F.log_softmax(logits, dim=-1))
# > loss 0.53, sums 1.00 and 1.00

# Notice it: False over time, True over the vocabulary.
ones = torch.ones(1, 2)
for log_probs in wrong, right:
    print(torch.allclose(log_probs.exp().sum(dim=-1), ones, atol=1e-3))
# > False
# > True
