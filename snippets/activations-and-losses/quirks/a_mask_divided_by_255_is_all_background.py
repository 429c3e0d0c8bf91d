"""A mask of class numbers divided by 255 is all background."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
picture = torch.tensor([[[0, 1, 2], [2, 2, 0]]], dtype=torch.uint8)
only_background = torch.zeros(1, 3, 2, 3)
only_background[:, 0] = 9.0  # a model that says class 0 for every pixel


def look(mask):
    loss = criterion(only_background, mask)
    print(f"classes {mask.unique().tolist()}, loss {loss:.2f}")


# Wrong: divided by 255, as ToTensor does, and then made whole numbers.
mask = (picture / 255).long()
look(mask)
# > classes [0], loss 0.00

# Right: the numbers as they are in the file.
mask = picture.long()
look(mask)
# > classes [0, 1, 2], loss 6.00

# Where the division cannot be helped: times 255, and rounded.
mask = (picture / 255 * 255).round().long()
look(mask)
# > classes [0, 1, 2], loss 6.00

# Notice it: False for the divided mask, True for the class numbers.
for mask in (picture / 255).long(), picture.long():
    print(mask.max().item() > 0)
# > False
# > True
