"""DDP averages the gradients of the parts, whatever their sizes are."""

import torch
from torch import nn

samples, labels = torch.tensor([1.0, 1.0, 1.0, 5.0]), torch.ones(4)
parts = (samples[:3], labels[:3]), (samples[3:], labels[3:])
world_size, total_samples = 2, 4  # of all processes
weight = torch.zeros(1, requires_grad=True)


def gradient(losses):
    """Return the mean of the gradients of the parts, as DDP makes it."""
    return torch.autograd.grad(sum(losses) / len(losses), weight)[0].item()


whole = nn.MSELoss()(weight * samples, labels)
print(f"one process {gradient([whole]):.1f}")
# > one process -4.0

# Wrong: each process takes the mean of its own part.
criterion = nn.MSELoss()
losses = []
for inputs, target in parts:
    outputs = weight * inputs
    loss = criterion(outputs, target)
    losses.append(loss)
print(f"two processes {gradient(losses):.1f}")
# > two processes -6.0

# Right: the sum, times the processes, divided by all samples.
criterion = nn.MSELoss(reduction="sum")
factor = world_size / total_samples
losses = []
for inputs, target in parts:
    outputs = weight * inputs
    loss = criterion(outputs, target) * factor
    losses.append(loss)
print(f"two processes {gradient(losses):.1f}")
# > two processes -4.0
