"""A small step moves the loss and leaves the accuracy where it was."""

import torch
from torch import nn

inputs = torch.tensor([2.0, 1.0, 0.5, -1.0])
target = torch.tensor([1.0, 1.0, -1.0, -1.0])
logistic = nn.SoftMarginLoss()  # log(1 + exp(-y z)), labels -1 and 1

for weight in (1.0, 1.01):
    margin = target * weight * inputs  # y z: positive where right
    accuracy = (margin > 0).float().mean()
    hinge = (1 - margin).relu().mean()
    loss = logistic(weight * inputs, target)
    print(f"weight {weight:.2f}: accuracy {accuracy:.4f}")
    print(f"  hinge {hinge:.3f}, logistic {loss:.3f}")
# > weight 1.00: accuracy 0.7500
# >   hinge 0.375, logistic 0.432
# > weight 1.01: accuracy 0.7500
# >   hinge 0.376, logistic 0.431

one = torch.tensor(1.0)
for z in (-2.0, 0.5, 3.0):
    margin = torch.tensor(z, requires_grad=True)
    error = (margin <= 0).float()
    hinge, loss = (1 - margin).relu(), logistic(margin, one)
    (of_hinge,) = torch.autograd.grad(hinge, margin)
    (of_logistic,) = torch.autograd.grad(loss, margin)
    print(f"margin {z:.1f}: error {error:.0f}")
    print(f"  hinge {hinge:.4f}, push {-of_hinge:.4f}")
    print(f"  logistic {loss:.4f}, push {-of_logistic:.4f}")
# > margin -2.0: error 1
# >   hinge 3.0000, push 1.0000
# >   logistic 2.1269, push 0.8808
# > margin 0.5: error 0
# >   hinge 0.5000, push 1.0000
# >   logistic 0.4741, push 0.3775
# > margin 3.0: error 0
# >   hinge 0.0000, push 0.0000
# >   logistic 0.0486, push 0.0474
