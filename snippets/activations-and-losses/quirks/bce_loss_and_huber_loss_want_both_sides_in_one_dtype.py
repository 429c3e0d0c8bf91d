"""BCELoss and HuberLoss want output and target in one dtype."""

import torch
from torch import nn

outputs = torch.tensor([0.9, 0.2, 0.6], requires_grad=True)
labels = torch.tensor([1, 0, 1])  # int64
measured = torch.tensor([1.0, 0.0, 0.5], dtype=torch.float64)  # from NumPy

# Wrong: int64 and float64 beside outputs in float32.
for criterion, target in (nn.BCELoss(), labels), (nn.HuberLoss(), measured):
    try:
        loss = criterion(outputs, target)
        print(f"loss {loss:.4f}, but in backward:")
        loss.backward()
    except RuntimeError as error:
        print(error)
# > Found dtype Long but expected Float
# > loss 0.0100, but in backward:
# > Found dtype Double but expected Float

# Right: float32 on both sides.
for criterion, target in (nn.BCELoss(), labels), (nn.HuberLoss(), measured):
    loss = criterion(outputs, target.float())
    loss.backward()
    print(f"loss {loss:.4f} and backward")
# > loss 0.2798 and backward
# > loss 0.0100 and backward

# These take both targets; one in float64 makes the loss float64.
for criterion in nn.MSELoss(), nn.L1Loss(), nn.SmoothL1Loss():
    criterion(outputs, measured).backward()
print(criterion(outputs, measured).dtype)
# > torch.float64

# Notice it: False for int64, True for float32.
for target in labels, labels.float():
    print(target.dtype == outputs.dtype)
# > False
# > True
