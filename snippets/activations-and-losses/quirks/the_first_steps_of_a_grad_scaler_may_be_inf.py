"""GradScaler finds its scale by leaving out the steps that overflow."""

import torch
from torch import nn

print(torch.finfo(torch.float16).max, torch.finfo(torch.bfloat16).max)
# > 65504.0 3.3895313892515355e+38


def train(x):
    weight = nn.Parameter(torch.ones(1))
    optimizer = torch.optim.SGD([weight], lr=0.1)
    scaler = torch.amp.GradScaler("cpu")
    for step in range(20):
        optimizer.zero_grad()
        with torch.autocast("cpu", torch.float16):
            loss = x @ weight
        scale, before = scaler.get_scale(), weight.item()
        scaler.scale(loss).backward()
        gradient = weight.grad.item()
        scaler.step(optimizer)
        scaler.update()
        if step < 2:
            moved = weight.item() != before
            print(f"scale {scale:.0f}, gradient {gradient}, moved {moved}")
    # Notice it: False for a nan that stays, True for a scale that settles.
    print(scaler.get_scale() >= 1)


# Wrong: a nan in the data, and every step is left out.
train(torch.tensor([[float("nan")]]))
# > scale 65536, gradient nan, moved False
# > scale 32768, gradient nan, moved False
# > False

# Right: nothing to mend. One step is left out, and the next ones count.
train(torch.tensor([[1.0]]))
# > scale 65536, gradient inf, moved False
# > scale 32768, gradient 32768.0, moved True
# > True
