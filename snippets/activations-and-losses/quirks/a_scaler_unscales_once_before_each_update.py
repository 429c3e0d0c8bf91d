"""GradScaler unscales once for each step, and update() begins the next."""

import torch
from torch.nn.utils import clip_grad_norm_

weight = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1)

# Wrong: in each of two micro batches, or without update().
scaler = torch.amp.GradScaler("cpu")
try:
    for _ in range(2):
        scaler.scale(weight.sum() / 2).backward()
        scaler.unscale_(optimizer)
        clip_grad_norm_(weight, 1.0)
    scaler.step(optimizer)
    scaler.update()
except RuntimeError as error:
    print(error)
# > unscale_() has already been called on this optimizer since the last update().
try:
    scaler.step(optimizer)  # and no update()
    scaler.unscale_(optimizer)
except RuntimeError as error:
    print(error)
# > unscale_() is being called after step().

# Right: once, before the step, and update() after it.
scaler = torch.amp.GradScaler("cpu")
for _ in range(2):
    for _ in range(2):
        scaler.scale(weight.sum() / 2).backward()
    scaler.unscale_(optimizer)
    clip_grad_norm_(weight, 1.0)
    scaler.step(optimizer)
    scaler.update()
    optimizer.zero_grad()
print("two steps")
# > two steps
