"""Scores of shape (C,) are one sample, and take one label."""

import torch
from torch import nn

scores = torch.tensor(  # of three words, for four tags
    [[2.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 2.0]]
).log_softmax(dim=-1)
tags = torch.tensor([0, 1, 3])

# Wrong: the scores of the last word, the tags of all three.
for criterion in nn.NLLLoss(), nn.CrossEntropyLoss():
    try:
        loss = criterion(scores[-1], tags)
    except ValueError as error:
        print(error)
# > For 1D input, 1D target must have size 1, but got target size: 3
# > For 1D input, 1D target must have size 1, but got target size: 3

# Right: one row of scores for each tag.
for criterion in nn.NLLLoss(), nn.CrossEntropyLoss():
    loss = criterion(scores, tags)
    print(f"{loss:.4f}")
# > 0.5771
# > 0.5771

# One sample without a batch takes one label.
print(f"{nn.CrossEntropyLoss()(scores[-1], tags[-1]):.4f}")
# > 0.4938

# Notice it: the check is False for the last word, True for all.
for outputs in scores[-1], scores:
    print(outputs.shape[:-1] == tags.shape)
# > False
# > True
