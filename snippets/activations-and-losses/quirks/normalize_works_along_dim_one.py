"""The default of normalize and cosine_similarity is dimension 1."""

import torch
from torch.nn.functional import cosine_similarity, normalize

tokens = torch.tensor([[[3.0, 4.0, 0.0], [6.0, 8.0, 0.0]]])  # (1, 2, 3)


def show(unit):
    lengths = unit.norm(dim=-1)
    print(*(f"{x:.2f}" for x in lengths.flatten().tolist()))
    print(torch.allclose(lengths, torch.ones(1)))  # Notice it


# Wrong: each feature is divided by its length over the tokens.
unit = normalize(tokens)
show(unit)
# > 0.63 1.26
# > False

# Right: each token by its own length.
unit = normalize(tokens, dim=-1)
show(unit)
# > 1.00 1.00
# > True

# cosine_similarity has the same default, and compares row by row.
print(tuple(cosine_similarity(tokens, tokens).shape))
# > (1, 3)
print(tuple(cosine_similarity(tokens, tokens, dim=-1).shape))
# > (1, 2)
one, other = torch.rand(4, 8), torch.rand(5, 8)  # all pairs:
similarities = normalize(one, dim=-1) @ normalize(other, dim=-1).T
print(tuple(similarities.shape))
# > (4, 5)
