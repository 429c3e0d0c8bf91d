"""A log that leaves nan out shows a loss of zero."""

import torch
import torch.nn.functional as F

target = torch.tensor([0])


def step(dtype):
    weight = torch.tensor([300.0, 299.0], dtype=dtype, requires_grad=True)
    logits = weight * 300  # 90000 is inf in float16
    loss = F.cross_entropy(logits[None], target)
    loss.backward()
    shown = loss.nan_to_num(0)  # what a log with a filter prints
    norm = weight.grad.norm()
    print(f"log: loss {shown:.1f}, grad_norm {norm:.0f}; loss: {loss:.1f}")
    return loss


# Wrong: float16 ends at 65504.
wrong = step(torch.float16)
# > log: loss 0.0, grad_norm nan; loss: nan

# Right: bfloat16 reaches as far as float32.
right = step(torch.bfloat16)
# > log: loss 0.7, grad_norm 212; loss: 0.7

# Notice it: False for nan, True for a number.
for loss in wrong, right:
    print(loss.isfinite().item())
# > False
# > True
