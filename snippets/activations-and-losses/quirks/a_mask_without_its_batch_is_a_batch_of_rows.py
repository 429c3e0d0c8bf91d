"""A mask that has lost its batch is read as a batch of rows."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.zeros(1, 3, 4, 5)  # one image, three classes
mask = torch.zeros(1, 1, 4, 5, dtype=torch.long)  # as it was loaded
scores = torch.zeros(1, 3)  # one sample
label = torch.tensor(2)


def attempt(outputs, target):
    try:
        print(f"loss {criterion(outputs, target):.2f}")
    except ValueError as error:
        print(error)


# Wrong: the batch is squeezed away, a label has no batch, three channels.
target = mask.squeeze()
attempt(logits, target)
# > Expected input batch_size (1) to match target batch_size (4).
target = label
attempt(scores, target)
# > Expected input batch_size (1) to match target batch_size (0).
target = mask.expand(1, 3, 4, 5).flatten()  # an RGB picture
attempt(logits.permute(0, 2, 3, 1).flatten(0, 2), target)
# > Expected input batch_size (20) to match target batch_size (60).

# Right: a row of the batch in each.
target = mask.squeeze(1)
attempt(logits, target)
# > loss 1.10
target = label.unsqueeze(0)
attempt(scores, target)
# > loss 1.10
target = mask[:, 0].flatten()
attempt(logits.permute(0, 2, 3, 1).flatten(0, 2), target)
# > loss 1.10
