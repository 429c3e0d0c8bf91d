"""L1Loss learns the median, and the median of rare labels is 0."""

import torch
from torch import nn

answers = torch.linspace(0, 1, 101).view(101, 1)
# Three groups of ten people, 1, 4 or 7 of them with a 1.
groups = [(torch.arange(10) < ones).float() for ones in (1, 4, 7)]
groups.append(torch.tensor([0.05, 0.1, 0.9]))  # probabilities
print("share:", *(f"{target.mean():.2f}" for target in groups))
# > share: 0.10 0.40 0.70 0.35


def best(criterion):
    chosen = []
    for target in groups:
        outputs, targets = torch.broadcast_tensors(answers, target)
        losses = criterion(outputs, targets).mean(dim=1)
        chosen.append(answers[losses.argmin()].expand_as(target))
    print(type(criterion).__name__, *(f"{x[0]:.2f}" for x in chosen))
    return torch.cat(chosen)


# Wrong: of 101 answers, the one with the least absolute error.
wrong = best(nn.L1Loss(reduction="none"))
# > L1Loss 0.00 0.00 1.00 0.10

# Right: a loss whose best answer is the share.
right = best(nn.MSELoss(reduction="none"))
# > MSELoss 0.10 0.40 0.70 0.35
best(nn.BCELoss(reduction="none"))
# > BCELoss 0.10 0.40 0.70 0.35

# Notice it: the check is False after L1Loss, True after MSELoss.
target = torch.cat(groups)
for outputs in wrong, right:
    low = outputs < 1 / 2
    print(bool(abs(outputs[low].mean() - target[low].mean()) < 0.05))
# > False
# > True
