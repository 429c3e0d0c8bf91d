"""A loss that divides by the target, or takes its log, allows no zero."""

import torch
from torch.nn import functional as F

target = torch.tensor([0.0, 2.0, 4.0, 8.0])  # 0: no depth, no sales
outputs = torch.tensor([0.5, 2.2, -0.1, 7.0])

# Wrong: all values. One target is 0, and one output is negative.
mape = ((outputs - target) / target).abs().mean()
log_error = (outputs.log() - target.log()).square().mean()
print(f"MAPE {mape:.3f}, log error {log_error:.3f}")
# > MAPE inf, log error nan
wrong = mape, log_error

# A mask that multiplies afterwards does not help.
print((((outputs - target) / target).abs() * (target > 0)).mean().item())
# > nan

# Right: valid targets, and outputs that stay above 0.
valid = target > 0
target = target[valid]
outputs = F.softplus(outputs[valid])
mape = ((outputs - target) / target).abs().mean()
log_error = (outputs.log() - target.log()).square().mean()
print(f"MAPE {mape:.3f}, log error {log_error:.3f}")
# > MAPE 0.372, log error 1.124
right = mape, log_error

# Notice it: the check is False for all values, True for those left.
for losses in wrong, right:
    print(all(loss.isfinite() for loss in losses))
# > False
# > True
