"""L1Loss learns the median, and the median of rare labels is 0."""

import torch
from torch import nn

answers = torch.linspace(0, 1, 101).view(101, 1)
groups = (
    torch.tensor([1.0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    torch.tensor([1.0, 1, 1, 1, 0, 0, 0, 0, 0, 0]),
    torch.tensor([1.0, 1, 1, 1, 1, 1, 1, 0, 0, 0]),
    torch.tensor([0.05, 0.1, 0.9]),  # probabilities
)
print("share:", *(f"{target.mean():.2f}" for target in groups))
# > share: 0.10 0.40 0.70 0.35


def best(criterion):
    print(type(criterion).__name__, end=":")
    for target in groups:
        outputs, targets = torch.broadcast_tensors(answers, target)
        losses = criterion(outputs, targets).mean(dim=1)
        print(f" {answers[losses.argmin()].item():.2f}", end="")
    print()


# Wrong: of 101 answers, the one with the least absolute error.
best(nn.L1Loss(reduction="none"))
# > L1Loss: 0.00 0.00 1.00 0.10

# Right: a loss whose best answer is the share.
best(nn.MSELoss(reduction="none"))
# > MSELoss: 0.10 0.40 0.70 0.35
best(nn.BCELoss(reduction="none"))
# > BCELoss: 0.10 0.40 0.70 0.35
