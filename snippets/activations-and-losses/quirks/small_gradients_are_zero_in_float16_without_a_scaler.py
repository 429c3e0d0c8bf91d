"""A gradient below 3e-8 is 0 in float16, unless the loss is scaled."""

import torch
from torch import nn

inputs, target = torch.ones(1000, 1), torch.full((1000, 1), 1e-5)


def loss_of(weight):
    with torch.autocast("cpu", dtype=torch.float16):
        outputs = inputs @ weight
    return nn.functional.mse_loss(outputs.float(), target)


# Wrong: backward from the loss as it is.
weight = nn.Parameter(torch.zeros(1, 1))
optimizer = torch.optim.SGD([weight], lr=0.5)
loss = loss_of(weight)
loss.backward()
optimizer.step()
print(f"gradient {weight.grad.item():.1g}, weight {weight.item():.1g}")
# > gradient 0, weight 0

# Right: backward from the loss times 65536; the step divides by it.
weight = nn.Parameter(torch.zeros(1, 1))
optimizer = torch.optim.SGD([weight], lr=0.5)
scaler = torch.amp.GradScaler("cpu")  # once, before the loop
loss = loss_of(weight)
scaler.scale(loss).backward()
scaler.step(optimizer)
scaler.update()
print(f"gradient {weight.grad.item():.1g}, weight {weight.item():.1g}")
# > gradient -2e-05, weight 1e-05

# The smallest number above 0.
for dtype in torch.float16, torch.bfloat16:
    type_info = torch.finfo(dtype)
    print(f"{type_info.smallest_normal * type_info.eps:.0e}")
# > 6e-08
# > 9e-41
