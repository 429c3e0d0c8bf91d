"""The heads of an attention layer share its width among them."""

import torch
from torch import nn

inputs = torch.ones(2, 5, 100)  # samples, words, numbers for each word

# Wrong: 8 heads cannot share 100 numbers.
num_heads = 8
try:
    attention = nn.MultiheadAttention(100, num_heads, batch_first=True)
    print(attention(inputs, inputs, inputs)[0].shape)
except AssertionError as error:
    print(error)
# > embed_dim must be divisible by num_heads
# Here the layer divides well, and its inputs have another width.
try:
    attention = nn.MultiheadAttention(96, 8, batch_first=True)
    print(attention(inputs, inputs, inputs)[0].shape)
except AssertionError as error:
    print(error)
# > was expecting embedding dimension of 96, but got 100

# Right: a number of heads that divides the width.
num_heads = 10
attention = nn.MultiheadAttention(100, num_heads, batch_first=True)
print(attention(inputs, inputs, inputs)[0].shape)
# > torch.Size([2, 5, 100])
print("numbers for each head:", attention.head_dim)
# > numbers for each head: 10
print("heads:", [n for n in range(1, 21) if 100 % n == 0])
# > heads: [1, 2, 4, 5, 10, 20]

# Or another width for the words, by a layer in between.
widen = nn.Linear(100, 104)
attention = nn.MultiheadAttention(104, 8, batch_first=True)
words = widen(inputs)
print(attention(words, words, words)[0].shape)
# > torch.Size([2, 5, 104])
