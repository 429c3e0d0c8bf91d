"""A loss that is computed in bfloat16 moves in steps."""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()
target = torch.tensor([0])
run = []  # the logits of a model in bfloat16 that slowly gets better
for step in range(7):
    logits = torch.zeros(1, 4096, dtype=torch.bfloat16)
    logits[0, 0] = 0.02 * step
    run.append(logits)

# Wrong: the loss has the dtype of the logits.
losses = [criterion(logits, target) for logits in run]
print(*(f"{loss:.4f}" for loss in losses))
# > 8.3125 8.3125 8.2500 8.2500 8.2500 8.2500 8.1875
wrong = losses[0]

# Right: the loss in float32.
losses = [criterion(logits.float(), target) for logits in run]
print(*(f"{loss:.4f}" for loss in losses))
# > 8.3178 8.2978 8.2777 8.2577 8.2377 8.2177 8.1977
right = losses[0]

# The step between two numbers of bfloat16, from 8 and from 32 on.
for start in 8.0, 32.0:
    print(start * torch.finfo(torch.bfloat16).eps)
# > 0.0625
# > 0.25

# Notice it: the check is False for the wrong loss, True for the right.
for loss in wrong, right:
    print(loss.dtype == torch.float32)
# > False
# > True
