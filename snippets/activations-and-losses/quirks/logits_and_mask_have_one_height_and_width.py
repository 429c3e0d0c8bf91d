"""The logits of a segmentation need the height and width of the mask."""

import torch
import torch.nn.functional as F
from torch import nn

criterion = nn.CrossEntropyLoss()
model = nn.AvgPool2d(2)  # its output is half the size of the picture
picture = torch.zeros(1, 3, 8, 8)
picture[:, 1, :, 4:] = 9.0  # class 1 on the right, as in the mask
mask = torch.zeros(1, 8, 8, dtype=torch.long)
mask[:, :, 4:] = 1

# Wrong: 16 pixels against 64.
logits = model(picture)
try:
    print(f"{criterion(logits, mask):.2f}")
except RuntimeError as error:
    print(error)
# > size mismatch (got input: [1, 3, 4, 4] , target: [1, 8, 8]

# Right: the logits grow to the size of the mask.
logits = model(picture)
logits = F.interpolate(logits, mask.shape[1:], mode="bilinear")
print(f"{criterion(logits, mask):.2f}")
# > 0.72

# Notice it: False for the small map, True for the resized one.
for output in model(picture), logits:
    print(output.shape[2:] == mask.shape[1:])
# > False
# > True
