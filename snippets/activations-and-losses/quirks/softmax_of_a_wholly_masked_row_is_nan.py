"""Softmax of a row that is minus infinity throughout is nan."""

import torch
from torch import nn

scores = torch.tensor([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]])
padding = torch.tensor([[False, False, True], [True, True, True]])


def show(value):
    weights = nn.Softmax(dim=-1)(scores.masked_fill(padding, value))
    print(*(f"{weight:.2f}" for weight in weights.flatten()))
    print(weights.isfinite().all().item())  # Notice it
    try:
        torch.multinomial(weights, 1)
    except RuntimeError as error:
        print(error)


# Wrong: minus infinity, also in a row that is padding throughout.
show(-torch.inf)
# > 0.27 0.73 0.00 nan nan nan
# > False
# > probability tensor contains either `inf`, `nan` or element < 0

# Right: the smallest number of the dtype.
show(torch.finfo(scores.dtype).min)
# > 0.27 0.73 0.00 0.33 0.33 0.33
# > True

# nn.MultiheadAttention fills with minus infinity by itself.
attention = nn.MultiheadAttention(4, 2, batch_first=True)
words = torch.randn(2, 3, 4)
for train, ask in (True, True), (True, False), (False, False):
    with torch.set_grad_enabled(train):
        out, _ = attention.train(train)(words, words, words, padding, ask)
    print(f"train {train}, weights {ask}: nan {out.isnan().any()}")
# > train True, weights True: nan True
# > train True, weights False: nan False
# > train False, weights False: nan True
