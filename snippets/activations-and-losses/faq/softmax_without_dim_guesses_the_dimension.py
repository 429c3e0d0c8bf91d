"""A softmax without dim guesses: of three dimensions it takes the first."""

import warnings

import torch
from torch import nn

logits = torch.zeros(2, 3, 4)  # two texts, three words, four classes

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    guessed = nn.Softmax()(logits)
print(caught[0].message)
# > Implicit dimension choice for softmax has been deprecated. Change the call to include dim=X as an argument.
print(f"guessed: {guessed.max():.4f}")
# > guessed: 0.5000

# Right: say where the classes are; here, in the last dimension.
for dim in (0, 1, 2):
    print(f"dim={dim}: {nn.Softmax(dim=dim)(logits).max():.4f}")
# > dim=0: 0.5000
# > dim=1: 0.3333
# > dim=2: 0.2500
