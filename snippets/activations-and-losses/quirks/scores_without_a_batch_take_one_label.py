"""Scores of shape (C,) are one sample, and take one label."""

import torch
from torch import nn

scores = torch.tensor(  # of three words, for four tags
    [[2.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 2.0]]
)
tags = torch.tensor([0, 1, 3])


def show(scores):
    for criterion in nn.NLLLoss(), nn.CrossEntropyLoss():
        try:
            print(f"{criterion(scores.log_softmax(-1), tags):.4f}")
        except ValueError as error:
            print(error)


# Wrong: the scores of the last word, the tags of all three.
show(scores[-1])
# > For 1D input, 1D target must have size 1, but got target size: 3
# > For 1D input, 1D target must have size 1, but got target size: 3

# Right: one row of scores for each tag.
show(scores)
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
