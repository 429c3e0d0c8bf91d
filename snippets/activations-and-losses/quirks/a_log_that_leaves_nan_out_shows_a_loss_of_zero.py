"""A log that leaves nan out shows a loss of zero."""

import torch
from torch import nn

model = nn.Linear(1, 2, bias=False)
model.weight.data = torch.tensor([[300.0], [299.0]])
x, target = torch.tensor([[300.0]]), torch.tensor([0])


def log(loss):
    model.zero_grad()
    loss.backward()
    shown = loss.nan_to_num(0)  # what a log with a filter prints
    norm = model.weight.grad.norm()
    print(f"log: loss {shown:.1f}, grad_norm {norm:.0f}; loss: {loss:.1f}")


# Wrong: 300 * 300 is more than 65504, the largest number of float16.
with torch.autocast("cpu", dtype=torch.float16):
    wrong = nn.functional.cross_entropy(model(x), target)
log(wrong)
# > log: loss 0.0, grad_norm nan; loss: nan

# Right: bfloat16 reaches as far as float32.
with torch.autocast("cpu", dtype=torch.bfloat16):
    right = nn.functional.cross_entropy(model(x), target)
log(right)
# > log: loss 0.7, grad_norm 212; loss: 0.7

# Only ignored labels: nan as well, but the gradient is 0.
log(nn.functional.cross_entropy(model(x), torch.tensor([-100])))
# > log: loss 0.0, grad_norm 0; loss: nan

# Notice it: False for nan, True for a number.
for loss in wrong, right:
    print(loss.isfinite().item())
# > False
# > True
