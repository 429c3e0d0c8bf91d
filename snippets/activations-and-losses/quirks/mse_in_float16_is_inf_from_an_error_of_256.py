"""In float16, one error of 256 makes MSELoss inf."""

import torch
from torch import nn

criterion = nn.MSELoss()
target = torch.zeros(4, dtype=torch.float16)
small, large = (
    torch.tensor([error, 1.0, 1.0, 1.0], dtype=torch.float16)
    for error in (255.0, 256.0)
)

# Wrong: the square of 256 is more than float16 can hold.
for outputs in small, large:
    loss = criterion(outputs, target)
    print(f"mean {loss:.2f}")
# > mean 16256.00
# > mean inf
wrong = loss

# Right: the loss in float32.
for outputs in small, large:
    loss = criterion(outputs.float(), target.float())
    print(f"mean {loss:.2f}")
# > mean 16257.00
# > mean 16384.75
right = loss

# A sum is inf with smaller errors, and autocast computes in float32.
print(f"sum {nn.MSELoss(reduction='sum')(target + 200, target):.2f}")
# > sum inf
with torch.autocast("cpu", torch.float16):
    print(f"autocast {criterion(large, target):.2f}")
# > autocast 16384.75

# Notice it: the check is False for the wrong loss, True for the right.
for loss in wrong, right:
    print(loss.dtype == torch.float32)
# > False
# > True
