"""MultiheadAttention reads (time, batch, features) without batch_first."""

import torch
from torch import nn

torch.manual_seed(0)
texts = torch.randn(2, 3, 4)  # two texts of three words
changed = texts.clone()
changed[1] = 0.0  # the second text is another one
causal = torch.ones(3, 3, dtype=torch.bool).triu(1)


def attend(attention):
    before, _ = attention(texts, texts, texts)
    after, _ = attention(changed, changed, changed)
    print(torch.allclose(before[0], after[0]))  # Notice it: the first text
    try:
        _, weights = attention(texts, texts, texts, attn_mask=causal)
        print(tuple(weights.shape))
    except RuntimeError as error:
        print(error)


# Wrong: the two texts are taken for two time steps.
attention = nn.MultiheadAttention(4, 2)
attend(attention)
# > False
# > The shape of the 2D attn_mask is torch.Size([3, 3]), but should be (2, 2).

# Right: the batch comes first.
attention = nn.MultiheadAttention(4, 2, batch_first=True)
attend(attention)
# > True
# > (2, 3, 3)
