"""A total that begins as one of its terms changes that term by `+=`."""

import torch
from torch import nn

outputs, target = torch.tensor([[2.0, 1.0]]), torch.tensor([[1.0, 3.0]])


def terms():
    return {
        "mse": nn.MSELoss()(outputs, target),
        "l1": outputs.abs().mean(),
    }


def show(losses, total):
    print(
        *(f"{name} {loss:.1f}" for name, loss in losses.items()), end=", "
    )
    # Notice it: False if a term was changed, True otherwise.
    print(f"total {total:.1f}", bool(sum(losses.values()) == total))


# Wrong: the total is the tensor of the first term.
losses = terms()
total = losses["mse"]
total += losses["l1"]
show(losses, total)
# > mse 4.0 l1 1.5, total 4.0 False

# Right: a sum is a new tensor.
losses = terms()
total = losses["mse"]
total = total + losses["l1"]
show(losses, total)
# > mse 2.5 l1 1.5, total 4.0 True
