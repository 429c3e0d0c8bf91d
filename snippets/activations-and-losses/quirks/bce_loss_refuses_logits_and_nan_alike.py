"""BCELoss refuses logits, overshot probabilities and nan alike."""

import torch
from torch import nn

criterion = nn.BCELoss()
target = torch.tensor([0.0, 1.0])
logits = torch.tensor([-0.5, 1.3])
overshot = torch.tensor([0.5, 1.0000001])  # a sum of shares, rounded up
broken = float("nan") * logits

# Wrong: three different faults, one message.
for outputs in (logits, overshot, broken):
    try:
        criterion(outputs, target)
    except RuntimeError as error:
        print(f"{outputs[1]:.7f}: {error}")
# > 1.3000000: all elements of input should be between 0 and 1
# > 1.0000001: all elements of input should be between 0 and 1
# > nan: all elements of input should be between 0 and 1

# Right: a loss for logits, a clamp for the rounding, a look for the nan.
print(f"logits {nn.BCEWithLogitsLoss()(logits, target):.4f}")
# > logits 0.3575
print(f"clamped {criterion(overshot.clamp(0, 1), target):.4f}")
# > clamped 0.3466
print(f"nan among the outputs: {broken.isnan().any()}")
# > nan among the outputs: True

# Notice it: the check is False for nan, True after the clamp.
for outputs in broken, overshot.clamp(0, 1):
    print(bool(outputs.min() >= 0 and outputs.max() <= 1))
# > False
# > True
