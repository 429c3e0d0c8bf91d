"""0 times minus infinity is nan, so a mask is filled in, not multiplied."""

import torch

scores = torch.tensor([1.0, 2.0, 3.0])
mask = torch.tensor([1.0, 1.0, 0.0])  # 0 is padding


def show(masked):
    for values in masked, masked.softmax(dim=0):
        print(", ".join(f"{value:.2g}" for value in values))
    return masked


# Wrong: at the words, 0 times minus infinity.
wrong = show(scores + (1 - mask) * -torch.inf)
# > nan, nan, -inf
# > nan, nan, nan

# Right: minus infinity is put in at the padding alone.
right = show(scores.masked_fill(mask == 0, -torch.inf))
# > 1, 2, -inf
# > 0.27, 0.73, 0

# A large finite number can be multiplied.
show(scores + (1 - mask) * torch.finfo(scores.dtype).min)
# > 1, 2, -3.4e+38
# > 0.27, 0.73, 0

# Notice it: False with nan, True without.
for masked in wrong, right:
    print(not masked.isnan().any())
# > False
# > True
