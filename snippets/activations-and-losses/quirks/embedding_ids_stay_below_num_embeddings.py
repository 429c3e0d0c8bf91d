"""An embedding has rows for the ids from 0 to num_embeddings - 1 only."""

import torch
from torch import nn

words = {"<pad>": 0, "the": 1, "cat": 2, "sat": 3}
ids = torch.tensor([[1, 2, 3], [2, 3, 0]])


def embed(size, ids):
    try:
        print(tuple(nn.Embedding(size, 8)(ids).shape))
    except IndexError as error:
        print(error)


# Wrong: three words, and the padding was not counted.
embed(3, ids)
# > index out of range in self

# Right: a row for each id that there is.
embed(len(words), ids)
# > (2, 3, 8)

# Which ids are out of range?
print(ids[(ids < 0) | (ids >= 3)].unique().tolist())
# > [3]

# Position 5 of a table for 5 positions, and -100 from padded labels.
embed(5, torch.arange(6))
# > index out of range in self
embed(5, torch.tensor([2, -100]))
# > index out of range in self

# Notice it: False for the table of three, True for the table of four.
for table in nn.Embedding(3, 8), nn.Embedding(len(words), 8):
    print(bool(ids.min() >= 0 and ids.max() < table.num_embeddings))
# > False
# > True
