"""A GradScaler skips a step that holds an inf and halves its scale."""

import torch

weight = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([weight], lr=0.5)
scaler = torch.amp.GradScaler("cpu")

for slope in (3.0, 0.25):
    optimizer.zero_grad()
    loss = weight.half() * slope
    scaler.scale(loss.float()).backward()
    print(f"scale {scaler.get_scale():.0f}: scaled {weight.grad:.0f}")
    scaler.unscale_(optimizer)  # before you clip
    print(f"  unscaled {weight.grad:.2f}")
    scaler.step(optimizer)
    scaler.update()
    print(f"  weight {weight:.3f}, next scale {scaler.get_scale():.0f}")
# > scale 65536: scaled inf
# >   unscaled inf
# >   weight 1.000, next scale 32768
# > scale 32768: scaled 8192
# >   unscaled 0.25
# >   weight 0.875, next scale 32768
