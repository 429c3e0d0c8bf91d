"""`clip_grad_norm_` turns an infinite gradient into nan: skip that step."""

import torch
from torch import nn
from torch.nn.utils import clip_grad_norm_

weight = nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([weight], lr=0.25)

# Wrong: each gradient is clipped and used.
for inputs in 1.0, torch.inf:
    loss = (weight * inputs).sum()
    optimizer.zero_grad()
    loss.backward()
    norm = clip_grad_norm_([weight], max_norm=1.0)
    optimizer.step()
    print(f"norm {norm:.1f}, weight {weight.item():.2f}")
# > norm 1.0, weight 0.75
# > norm inf, weight nan

# Right: a gradient that is not finite is left out.
nn.init.ones_(weight)
for inputs in 1.0, torch.inf:
    loss = (weight * inputs).sum()
    optimizer.zero_grad()
    loss.backward()
    norm = clip_grad_norm_([weight], max_norm=1.0)
    if norm.isfinite():
        optimizer.step()
    print(f"norm {norm:.1f}, weight {weight.item():.2f}")
# > norm 1.0, weight 0.75
# > norm inf, weight 0.75

# Or an error in place of nan.
try:
    clip_grad_norm_([weight], max_norm=1.0, error_if_nonfinite=True)
except RuntimeError as error:
    print(error)
# > The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`
