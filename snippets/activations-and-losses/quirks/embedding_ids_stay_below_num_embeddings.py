"""An embedding has rows for the ids from 0 to num_embeddings - 1 only."""

import torch
from torch import nn

words = ["<pad>", "the", "cat", "sat"]  # ids 0 to 3
ids = torch.tensor([[1, 2, 3], [2, 3, 0]])


def look_up(table, ids):
    try:
        print(tuple(table(ids).shape))
    except IndexError as error:
        print(error)
    outside = (ids < 0) | (ids >= table.num_embeddings)
    print("no row for", ids[outside].tolist())
    # Notice it: False for a table that is too small, True otherwise.
    print(bool(ids.min() >= 0 and ids.max() < table.num_embeddings))


# Wrong: three words, and the padding was not counted.
embedding = nn.Embedding(3, 8)
look_up(embedding, ids)
# > index out of range in self
# > no row for [3, 3]
# > False

# Right: a row for each id that there is.
embedding = nn.Embedding(len(words), 8)
look_up(embedding, ids)
# > (2, 3, 8)
# > no row for []
# > True

# Position 5 of a table for 5 positions, and -100 from padded labels.
look_up(nn.Embedding(5, 8), torch.tensor([5, -100]))
# > index out of range in self
# > no row for [5, -100]
# > False
