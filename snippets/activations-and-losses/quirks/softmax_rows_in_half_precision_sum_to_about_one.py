"""Rows of a softmax in half precision sum to one only approximately."""

import torch

torch.manual_seed(0)
logits = 3 * torch.randn(64, 1000)


def show(dtype, rows):
    sums = rows.float().sum(dim=1)
    print(f"{dtype}: off by {(sums - 1).abs().max():.4f}")
    # Notice it: False for a softmax in half precision, True in float32.
    print(bool((sums - 1).abs().max() < 1e-5))


# Wrong: the softmax in half precision.
for dtype in torch.float16, torch.bfloat16:
    rows = logits.to(dtype).softmax(dim=1)
    show(dtype, rows)
# > torch.float16: off by 0.0002
# > False
# > torch.bfloat16: off by 0.0018
# > False

# Right: the logits in float32 before the softmax.
for dtype in torch.float16, torch.bfloat16:
    rows = logits.to(dtype).float().softmax(dim=1)
    show(dtype, rows)
# > torch.float16: off by 0.0000
# > True
# > torch.bfloat16: off by 0.0000
# > True
