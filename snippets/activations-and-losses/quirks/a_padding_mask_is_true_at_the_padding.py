"""A key_padding_mask is True at the padding, not at the words."""

import warnings

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
tokens = torch.tensor([[5, 8, 0, 0]])  # 0 is padding
x = torch.randn(1, 4, 8)
attention = nn.MultiheadAttention(8, 2, batch_first=True)


def show(weights):
    print(*(f"{weight:.2f}" for weight in weights[0, -1]))
    print((weights[0, :, tokens[0] == 0] == 0).all().item())  # Notice it


# Wrong: True at the words, as in a tokenizer's attention_mask.
_, weights = attention(x, x, x, key_padding_mask=tokens != 0)
show(weights)
# > 0.00 0.00 0.40 0.60
# > False

# Right: True at the padding.
_, weights = attention(x, x, x, key_padding_mask=tokens == 0)
show(weights)
# > 0.54 0.46 0.00 0.00
# > True

# scaled_dot_product_attention reads a bool mask the other way round.
out = F.scaled_dot_product_attention(x, x, torch.eye(4), tokens != 0)
print(*(f"{weight:.2f}" for weight in out[0, -1]))
# > 0.43 0.57 0.00 0.00
causal = nn.Transformer.generate_square_subsequent_mask(4)  # of floats
warnings.simplefilter("always")
warnings.showwarning = lambda message, *_: print(message)
attention(x, x, x, tokens == 0, attn_mask=causal)
# > Support for mismatched key_padding_mask and attn_mask is deprecated. Use same type for both instead.
