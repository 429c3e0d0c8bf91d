"""Each colour of a mask becomes a class number, by a table of colours."""

import torch
from torch import nn

logits = torch.zeros(1, 3, 2, 2)  # three classes
colours = torch.tensor([[0, 0, 0], [128, 0, 0], [0, 128, 0]])
numbers = torch.tensor([[[0, 1], [2, 2]]])
picture = colours[numbers]  # (1, 2, 2, 3): the mask as an RGB picture


def attempt(mask):
    try:
        loss = nn.CrossEntropyLoss()(logits, mask)
        print(f"classes {mask.unique().tolist()}, loss {loss:.2f}")
    except (IndexError, RuntimeError) as error:
        print(error)


# Wrong: as a grey picture, and with the colours as channels.
mask = (picture * torch.tensor([0.299, 0.587, 0.114])).sum(dim=-1).long()
print(mask.unique().tolist())
# > [0, 38, 75]
attempt(mask)
# > Target 38 is out of bounds.
attempt(picture)
# > only batches of spatial targets supported (3D tensors) but got targets of dimension: 4

# Right: the number of the row in the table of colours.
same = (picture.unsqueeze(-2) == colours).all(dim=-1)
mask = same.int().argmax(dim=-1)
attempt(mask)
# > classes [0, 1, 2], loss 1.10
print("as drawn:", mask.equal(numbers))
# > as drawn: True
