"""GradScaler unscales once for each step, and update() begins the next."""

import torch
from torch.nn.utils import clip_grad_norm_

weight = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.1)
batches = torch.tensor([[1.0, 2.0], [3.0, 4.0]])  # two micro batches

# Wrong: in each of the micro batches, or without update().
scaler = torch.amp.GradScaler("cpu")
try:
    for batch in batches:
        scaler.scale(batch @ weight).backward()
        scaler.unscale_(optimizer)
        clip_grad_norm_(weight, 1.0)
    scaler.step(optimizer)
except RuntimeError as error:
    print(error)
# > unscale_() has already been called on this optimizer since the last update().
optimizer.zero_grad()
try:
    scaler.step(optimizer)  # and no update()
    scaler.unscale_(optimizer)
except RuntimeError as error:
    print(error)
# > unscale_() is being called after step().

# Right: once, before the step, and update() after it.
scaler = torch.amp.GradScaler("cpu")
for _ in range(2):
    for batch in batches:
        scaler.scale(batch @ weight).backward()
    scaler.unscale_(optimizer)
    clip_grad_norm_(weight, 1.0)
    scaler.step(optimizer)
    scaler.update()
    optimizer.zero_grad()
print("after two steps:", weight.detach())
# > after two steps: tensor([0.8891, 0.8336])
