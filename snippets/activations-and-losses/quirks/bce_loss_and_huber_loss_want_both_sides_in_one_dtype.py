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
    print(f"loss {loss:.4f}, gradient", *torch.autograd.grad(loss, outputs))
# > loss 0.2798, gradient tensor([-0.3704,  0.4167, -0.5556])
# > loss 0.0100, gradient tensor([-0.0333,  0.0667,  0.0333])

# These take both targets; one in float64 makes the loss float64.
for criterion in nn.MSELoss(), nn.L1Loss(), nn.SmoothL1Loss():
    loss = criterion(outputs, measured)
    print(loss.detach(), *torch.autograd.grad(loss, outputs))
# > tensor(0.0200, dtype=torch.float64) tensor([-0.0667,  0.1333,  0.0667])
# > tensor(0.1333, dtype=torch.float64) tensor([-0.3333,  0.3333,  0.3333])
# > tensor(0.0100, dtype=torch.float64) tensor([-0.0333,  0.0667,  0.0333])

for target in labels, labels.float():  # Notice it: False, then True
    print(target.dtype == outputs.dtype)
# > False
# > True
