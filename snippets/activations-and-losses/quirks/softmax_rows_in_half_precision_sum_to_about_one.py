"""Rows of a softmax in half precision sum to one only approximately."""

import torch

torch.manual_seed(0)
logits = 3 * torch.randn(64, 1000)


def off(rows):
    return (rows.float().sum(dim=1) - 1).abs().max()


# Wrong: the softmax in half precision.
for dtype in torch.float16, torch.bfloat16:
    rows = logits.to(dtype).softmax(dim=1)
    print(f"{rows.dtype}: off by more than 1e-5: {off(rows) > 1e-5}")
# > torch.float16: off by more than 1e-5: True
# > torch.bfloat16: off by more than 1e-5: True

# Right: the logits in float32 before the softmax.
for dtype in torch.float16, torch.bfloat16:
    rows = logits.to(dtype).float().softmax(dim=1)
    print(f"{rows.dtype}: off by more than 1e-5: {off(rows) > 1e-5}")
# > torch.float32: off by more than 1e-5: False
# > torch.float32: off by more than 1e-5: False

# Notice it: False in half precision, True in float32.
for probabilities in logits.half().softmax(dim=1), logits.softmax(dim=1):
    sums = probabilities.float().sum(dim=1)
    print(bool((sums - 1).abs().max() < 1e-5))
# > False
# > True
