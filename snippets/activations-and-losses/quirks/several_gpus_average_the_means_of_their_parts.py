"""DDP averages the gradients of the parts, whatever their sizes are."""

import torch
import torch.nn.functional as F

inputs = torch.tensor([1.0, 1.0, 1.0, 5.0])
parts = inputs[:3], inputs[3:]  # of the first and the second process


def gradient(loss_of, parts):
    """Return the mean of the gradients of the parts, as DDP makes it."""
    grads = []
    for part in parts:
        weight = torch.zeros(1, requires_grad=True)
        loss_of(weight * part, torch.ones_like(part)).backward()
        grads.append(weight.grad.item())
    return sum(grads) / len(grads)


def share(outputs, target):
    total = F.mse_loss(outputs, target, reduction="sum")
    return total * len(parts) / len(inputs)  # of all processes


whole = gradient(F.mse_loss, [inputs])
print(f"one process {whole:.1f}")
# > one process -4.0

# Wrong: each process takes the mean of its own part.
print(f"two processes {gradient(F.mse_loss, parts):.1f}")
# > two processes -6.0

# Right: the sum, times the processes, divided by all samples.
print(f"two processes {gradient(share, parts):.1f}")
# > two processes -4.0
