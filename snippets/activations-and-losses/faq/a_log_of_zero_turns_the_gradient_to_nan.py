"""The log of an underflowed probability is inf, and its gradient is nan."""

import torch
from torch import nn

losses = {
    "log of softmax": lambda z: -z.softmax(dim=1).log()[0, 1],
    "cross-entropy": lambda z: nn.CrossEntropyLoss()(z, torch.tensor([1])),
}
for name, loss_of in losses.items():
    logits = torch.tensor([[5.0, -110.0]], requires_grad=True)
    loss = loss_of(logits)
    loss.backward()
    print(f"{name}: {loss:.1f}, gradient {logits.grad.tolist()}")
# > log of softmax: inf, gradient [[nan, nan]]
# > cross-entropy: 115.0, gradient [[1.0, -1.0]]

# torch.where hides the inf, but differentiates the branch that it drops.
repairs = {
    "where after the log": lambda p: torch.where(p > 0, p.log(), 0.0),
    "where before the log": lambda p: torch.where(p > 0, p, 1.0).log(),
}
for name, repair in repairs.items():
    p = torch.tensor([0.0, 0.5], requires_grad=True)
    values = repair(p)
    values.sum().backward()
    first, second = values.tolist()
    print(f"{name}: {first:.2f} {second:.2f}, gradient {p.grad.tolist()}")
# > where after the log: 0.00 -0.69, gradient [nan, 2.0]
# > where before the log: 0.00 -0.69, gradient [0.0, 2.0]
