"""Dropout acts on attention weights after softmax, and their sum moves."""

import torch
from torch import nn

torch.manual_seed(0)
words = torch.randn(1, 4, 8)
attention = nn.MultiheadAttention(8, 1, dropout=0.2, batch_first=True)


def show(weights):
    sums = weights[0].sum(dim=-1)
    print(*(f"{number:.2f}" for number in sums), f"max {weights.max():.2f}")
    # Notice it: False in training with dropout, True in eval().
    print(torch.allclose(sums, torch.ones(4)))


# Wrong: weights that are looked at come from a training pass.
weights = attention(words, words, words)[1]
show(weights)
# > 0.96 1.25 0.86 0.95 max 0.39
# > False

# Right: in eval() nothing is dropped.
attention.eval()
weights = attention(words, words, words)[1]
show(weights)
# > 1.00 1.00 1.00 1.00 max 0.31
# > True
