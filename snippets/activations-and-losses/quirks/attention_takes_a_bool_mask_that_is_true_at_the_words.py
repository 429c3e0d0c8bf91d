"""An attention mask is bool, and True at the words, or it is added."""

import torch
from torch.nn import functional as F

attention_mask = torch.tensor([[1, 1, 0]])  # 0 is padding
words = torch.zeros(1, 1, 3, 4)  # batch, heads, words, features
values = torch.tensor([1.0, 2.0, 6.0]).view(1, 1, 3, 1)


def show(mask):
    try:
        outputs = F.scaled_dot_product_attention(words, words, values, mask)
        print(f"{outputs[0, 0, 0].item():.2f}")
    except RuntimeError as error:
        print(error)


# Wrong: the numbers of a tokenizer.
mask = attention_mask
show(mask)
# > Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: long int and  query.dtype: float instead.

# Right: bool, with a dimension for the heads and one for the queries.
mask = attention_mask.bool()[:, None, None, :]
show(mask)
# > 1.50

# As floats, 0 and 1 are added to the scores. Inverted: the padding alone.
show(mask.float())
# > 2.20
show(~mask)
# > 6.00
