"""A mask that has lost its batch is read as a batch of rows."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.zeros(1, 3, 4, 5)  # one image, three classes
mask = torch.zeros(1, 1, 4, 5, dtype=torch.long)  # as it was loaded
rgb_mask = mask.expand(1, 3, 4, 5)  # read as a colour picture
scores, label = torch.zeros(1, 3), torch.tensor(2)  # one sample


def attempt(outputs, target):
    try:
        print(f"loss {criterion(outputs, target):.2f}")
    except ValueError as error:
        print(error)


# Wrong: batch squeezed away, a label without batch, three channels.
target = mask.squeeze()
attempt(logits, target)
# > Expected input batch_size (1) to match target batch_size (4).
target = label
attempt(scores, target)
# > Expected input batch_size (1) to match target batch_size (0).
target = rgb_mask.flatten()
attempt(logits.permute(0, 2, 3, 1).flatten(0, 2), target)
# > Expected input batch_size (20) to match target batch_size (60).

# Right: as many targets as the output has samples, or pixels.
target = mask.squeeze(1)
attempt(logits, target)
# > loss 1.10
target = label.unsqueeze(0)
attempt(scores, target)
# > loss 1.10
target = rgb_mask[:, 0].flatten()
attempt(logits.permute(0, 2, 3, 1).flatten(0, 2), target)
# > loss 1.10
