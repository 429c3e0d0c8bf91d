"""A hand-written loss on float16 outputs overflows under autocast."""

import torch
from torch import nn

model = nn.Linear(1, 1, bias=False)
nn.init.constant_(model.weight, 5.0)
images = torch.full((4, 1), 60.0)


def show(loss):
    model.zero_grad()
    loss.backward()
    print(f"loss {loss:.0f}, gradient {model.weight.grad.item():.0f}")
    # Notice it: False for a loss in half precision, True in float32.
    print(loss.dtype == torch.float32)


# Wrong: the outputs are float16, and 300 * 300 is too much for it.
with torch.autocast("cpu", dtype=torch.float16):
    outputs = model(images)
    loss = (outputs * outputs).mean().sqrt()
show(loss)
# > loss inf, gradient 0
# > False

# Right: the loss is computed in float32.
with torch.autocast("cpu", dtype=torch.float16):
    outputs = model(images).float()
    loss = (outputs * outputs).mean().sqrt()
show(loss)
# > loss 300, gradient 60
# > True

# bfloat16 has the range of float32, with fewer digits.
with torch.autocast("cpu", dtype=torch.bfloat16):
    loss = (model(images) * model(images)).mean().sqrt()
show(loss)
# > loss 300, gradient 60
# > False
