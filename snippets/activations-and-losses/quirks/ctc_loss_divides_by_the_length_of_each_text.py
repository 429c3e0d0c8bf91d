"""CTCLoss divides each loss by the length of its text before the mean."""

import torch
from torch import nn

log_probs = torch.zeros(12, 2, 4).log_softmax(dim=2)  # 12 frames, 2 texts
target = torch.tensor([[1, 2, 3, 1, 2], [1, 0, 0, 0, 0]])
frames, letters = torch.tensor([12, 12]), torch.tensor([5, 1])


def loss(reduction):
    criterion = nn.CTCLoss(reduction=reduction)
    return criterion(log_probs, target, frames, letters)


each = loss("none")
print("of each text:", *(f"{one:.2f}" for one in each))
# > of each text: 6.76 12.28

# Wrong: the default is read as the mean of the losses.
wrong = each.mean()
print(f"{wrong:.2f}")
# > 9.52

# Right: each loss by its letters, and then the mean.
right = (each / letters).mean()
print(f"{right:.2f}")
# > 6.82

# The share that each text has in the gradient of the mean.
shares = (1 / letters) / (1 / letters).sum()
print("shares:", *(f"{share:.2f}" for share in shares))
# > shares: 0.17 0.83

# Notice it: the check is False for the plain mean, True for the other.
for by_hand in wrong, right:
    print(torch.allclose(by_hand, loss(reduction="mean")))
# > False
# > True
