"""A loss in half precision overflows, or moves in steps."""

import torch
from torch import nn

outputs, target = torch.tensor([300.0]), torch.tensor([0.0])
logits, label = torch.tensor([[0.0, 36.1]]), torch.tensor([0])

for dtype in (torch.float16, torch.bfloat16, torch.float32):
    squared = nn.MSELoss()(outputs.to(dtype), target.to(dtype))
    entropy = nn.CrossEntropyLoss()(logits.to(dtype), label)
    limit = torch.finfo(dtype).max
    print(f"{dtype}: {squared:.0f} and {entropy:.4f}, max {limit:.5g}")
# > torch.float16: inf and 36.0938, max 65504
# > torch.bfloat16: 90112 and 36.0000, max 3.3895e+38
# > torch.float32: 90000 and 36.1000, max 3.4028e+38

# Right: half precision for the model, float32 for the loss.
half = outputs.half()
loss = nn.MSELoss()(half.float(), target)
print(f"{half.dtype} outputs, float() first: {loss:.0f}")
# > torch.float16 outputs, float() first: 90000
