"""The logits of a segmentation need the height and width of the mask."""

import torch
import torch.nn.functional as F
from torch import nn

criterion = nn.CrossEntropyLoss()
logits = torch.zeros(1, 3, 4, 4)  # half the size of the picture
logits[:, 1, :, 2:] = 9.0  # class 1 on the right, as in the mask
mask = torch.zeros(1, 8, 8, dtype=torch.long)
mask[:, :, 4:] = 1

size = mask.shape[1:]


def attempt(step):
    try:
        print(f"{step():.2f}")
    except RuntimeError as error:
        print(error)


# Wrong: 16 pixels against 64.
attempt(lambda: criterion(logits, mask))
# > size mismatch (got input: [1, 3, 4, 4] , target: [1, 8, 8]

# Right: the logits grow to the size of the mask.
attempt(
    lambda: criterion(F.interpolate(logits, size, mode="bilinear"), mask)
)
# > 0.72

# Notice it: False for the small map, True for the resized one.
for output in logits, F.interpolate(logits, size, mode="bilinear"):
    print(output.shape[2:] == mask.shape[1:])
# > False
# > True
