"""A sigmoid rounds to exactly 1.0, and one minus it is exactly zero."""

import torch
from torch import nn

sigmoid, log_sigmoid = nn.Sigmoid(), nn.LogSigmoid()
logits = torch.tensor([5.0, 17.0])

# Wrong: the logarithm of one minus a rounded probability.
for z in logits:
    print(f"z = {z:.0f}: log(1 - p) = {torch.log(1 - sigmoid(z)):.4f}")
# > z = 5: log(1 - p) = -5.0067
# > z = 17: log(1 - p) = -inf

# Right: the same quantity from the logit with its sign changed.
for z in logits:
    print(f"z = {z:.0f}: log(1 - p) = {log_sigmoid(-z):.4f}")
# > z = 5: log(1 - p) = -5.0067
# > z = 17: log(1 - p) = -17.0000

# Where the rounding begins, in steps of one half.
for dtype in (torch.float32, torch.float16, torch.bfloat16):
    z = torch.arange(-120, 20, 0.5, dtype=dtype)
    probabilities = sigmoid(z)
    one = z[probabilities == 1].min()
    zero = z[probabilities == 0].max()
    print(f"{dtype}: one from {one:.1f}, zero from {zero:.1f}")
# > torch.float32: one from 17.0, zero from -89.0
# > torch.float16: one from 8.5, zero from -17.5
# > torch.bfloat16: one from 6.5, zero from -89.0

# Notice it: the check is False for log(1 - p), True from the logit.
for logs in torch.log(1 - sigmoid(logits)), log_sigmoid(-logits):
    print(bool(logs.isfinite().all()))
# > False
# > True
