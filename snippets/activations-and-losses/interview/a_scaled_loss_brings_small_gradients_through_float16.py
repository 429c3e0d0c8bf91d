"""A scaled loss brings small gradients through float16."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()
target = torch.tensor(0.0)
scaler = torch.amp.GradScaler("cpu")

# The weight and the loss are float32, the layer in between is not.
for dtype in (torch.float16, torch.bfloat16):
    smallest, largest = torch.finfo(dtype).tiny, torch.finfo(dtype).max
    print(f"{dtype}: normal from {smallest:.1e} to {largest:.1e}")
    for z in (-20.0, 20.0):
        for scale in (1.0, scaler.get_scale()):
            weight = torch.tensor(1.0, requires_grad=True)
            logit = weight.to(dtype) * z
            loss = criterion(logit.float(), target)
            (loss * scale).backward()
            gradient = weight.grad.abs() / scale
            print(f"  z {z:.0f}, scale {scale:.0f}: {gradient:.2e}")
# > torch.float16: normal from 6.1e-05 to 6.6e+04
# >   z -20, scale 1: 0.00e+00
# >   z -20, scale 65536: 4.12e-08
# >   z 20, scale 1: 2.00e+01
# >   z 20, scale 65536: inf
# > torch.bfloat16: normal from 1.2e-38 to 3.4e+38
# >   z -20, scale 1: 4.14e-08
# >   z -20, scale 65536: 4.14e-08
# >   z 20, scale 1: 2.00e+01
# >   z 20, scale 65536: 2.00e+01
