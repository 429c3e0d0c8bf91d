"""A class weight is the inverse of the share of the class."""

import torch
import torch.nn.functional as F

labels = torch.tensor([0] * 9 + [1])
counts = torch.bincount(labels).float()
logits = torch.zeros(10, 2, requires_grad=True)  # an untrained model


def pull(weight):  # how hard each class pulls at the model
    loss = F.cross_entropy(logits, labels, weight=weight)
    (slope,) = torch.autograd.grad(loss, logits)
    pulls = [slope[labels == c].abs().sum().item() for c in (0, 1)]
    shown = ", ".join(f"{number:.2f}" for number in weight)
    print(f"weights {shown}: {pulls[0] / pulls[1]:.0f} to 1")
    # Notice it: False for the shares, True for their inverse.
    print((weight[counts.argmin()] == weight.max()).item())


# Wrong: the shares. The frequent class pulls even harder.
weight = counts / counts.sum()
pull(weight)
# > weights 0.90, 0.10: 81 to 1
# > False

# Right: their inverse. Both pull alike.
weight = counts.sum() / (len(counts) * counts)
pull(weight)
# > weights 0.56, 5.00: 1 to 1
# > True

# Without weights:
pull(torch.ones(2))
# > weights 1.00, 1.00: 9 to 1
# > True
