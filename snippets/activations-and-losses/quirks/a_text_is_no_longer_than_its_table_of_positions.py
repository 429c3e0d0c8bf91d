"""A text has at most as many tokens as its model has positions."""

import torch
from torch import nn

embed = nn.Embedding(10, 8)
positions = torch.zeros(4, 8)  # max_len is 4
tokens = torch.ones(2, 6, dtype=torch.long)  # two texts of six tokens


def show(tokens):
    try:
        length = tokens.shape[1]
        print(tuple((embed(tokens) + positions[:length]).shape))
    except RuntimeError as error:
        print(error)
    # Notice it: False for a text that is too long, True for one that fits.
    print(tokens.shape[1] <= len(positions))


# Wrong: more tokens than positions.
inputs = tokens
show(inputs)
# > The size of tensor a (6) must match the size of tensor b (4) at non-singleton dimension 1
# > False

# Right: cut to the positions.
inputs = tokens[:, : len(positions)]
show(inputs)
# > (2, 4, 8)
# > True

# Or a longer table: then these positions have to be trained.
positions = torch.zeros(6, 8)
show(tokens)
# > (2, 6, 8)
# > True
