"""`torch.stack` joins tensors, and item() takes exactly one number."""

import torch

rows = [torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])]
losses = torch.tensor([0.5, 1.5])


def show(make):
    try:
        print(make())
    except (ValueError, RuntimeError) as error:
        print(error)


# Wrong: tensors in the place of numbers, several numbers for one.
show(lambda: torch.tensor(rows).tolist())
# > only one element tensors can be converted to Python scalars
show(lambda: losses.item())
# > a Tensor with 2 elements cannot be converted to Scalar

# Right: tensors joined, and a mean.
show(lambda: torch.stack(rows).tolist())
# > [[1.0, 2.0], [3.0, 4.0]]
show(lambda: losses.mean().item())
# > 1.0

# Notice it: False for a loss per sample, True for their mean.
for loss in losses, losses.mean():
    print(loss.numel() == 1)
# > False
# > True
