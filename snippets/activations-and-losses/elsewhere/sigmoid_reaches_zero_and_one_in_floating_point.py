"""In floating point a sigmoid returns exactly 0 and exactly 1."""

import torch

logits = torch.arange(200) / 2  # 0, 0.5, 1, ...

for dtype in (torch.float32, torch.float16, torch.bfloat16):
    one = logits[torch.sigmoid(logits.to(dtype)) == 1.0]
    zero = logits[torch.sigmoid(-logits.to(dtype)) == 0.0]
    print(f"{dtype}: 1 from {one.min():.1f}, 0 from {-zero.min():.1f}")
# > torch.float32: 1 from 17.0, 0 from -89.0
# > torch.float16: 1 from 8.5, 0 from -17.5
# > torch.bfloat16: 1 from 6.5, 0 from -89.0
